using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>Measures what comes of a purchase: never more than was ordered.</summary>
public sealed class ArrivalLines(MeasuredItems items)
{
    /// <summary>How much of which line comes, or everything that is wrong; nothing said: all that is still to come.</summary>
    public async Task<Outcome<List<(PurchaseLine Line, long Quantity)>>> FindAsync(List<PurchaseLine> lines, NewReceipt input, CancellationToken cancel)
    {
        var awaited = lines.Where(line => line.Quantity > line.Received).ToList();
        if (awaited.Count == 0) return new Problem("nothing_to_come", "Everything came already.", Kind: ProblemKind.Conflict);
        if (input.Lines is not { } given) return awaited.ConvertAll(line => (line, line.Quantity - line.Received));
        var named = await items.OfAsync([.. lines.Select(line => line.VariantId)], cancel);
        List<(PurchaseLine, long)> coming = [];
        List<Problem> problems = [];
        foreach (var (index, part) in given.Index())
        {
            var field = $"Lines[{index}].Quantity";
            if (lines.Find(line => line.VariantId == part.VariantId) is not { } line)
            {
                problems.Add(new("unknown_line", "That is not part of this purchase.", $"Lines[{index}].VariantId"));
                continue;
            }

            var item = named[line.VariantId];
            var amount = item.Measure(part.Quantity, part.Unit ?? line.Unit, field);
            var left = line.Quantity - line.Received - coming.Where(other => other.Item1 == line).Sum(other => other.Item2);
            if (!amount.Succeeded) problems.AddRange(amount.Problems);
            else if (amount.Value > left) problems.Add(new("more_than_ordered", $"Only {item.Words(left)} are still to come; change the order first if more came.", field));
            else if (amount.Value > 0) coming.Add((line, amount.Value));
        }

        if (problems.Count == 0 && coming.Count == 0) problems.Add(new("nothing_received", "Say how much came.", nameof(input.Lines)));
        return problems.Count > 0 ? problems : coming;
    }
}
