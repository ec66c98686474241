using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>Finds what the lines of a purchase name, and measures it.</summary>
public sealed class PurchaseLines(MeasuredItems items, CurrentShop shop)
{
    private const int Most = 200;
    private static readonly DateOnly earliest = new(1990, 1, 1), latest = new(2200, 1, 1);

    /// <summary>The lines, or everything that is wrong with the purchase.</summary>
    public async Task<Outcome<List<PurchaseLine>>> FindAsync(Guid purchaseId, NewPurchase input, CancellationToken cancel)
    {
        var problems = Check(input);
        List<PurchaseLine> lines = [];
        foreach (var (index, line) in (input.Lines ?? []).Take(Most).Index())
        {
            var prefix = $"Lines[{index}].";
            var item = await items.FindAsync(line.VariantId, line.Sku, line.MaterialId, cancel, prefix);
            if (!item.Succeeded)
            {
                problems.AddRange(item.Problems);
                continue;
            }

            var amount = item.Value.Measure(line.Quantity, string.IsNullOrWhiteSpace(line.Unit) ? item.Value.PurchaseUnit?.Code : line.Unit, prefix + nameof(line.Quantity));
            if (!amount.Succeeded) problems.AddRange(amount.Problems);
            else if (amount.Value == 0) problems.Add(new("quantity_missing", "How much of it?", prefix + nameof(line.Quantity)));
            else if (lines.Exists(other => other.VariantId == item.Value.VariantId)) problems.Add(new("item_twice", $"{item.Value.Name} stands here twice.", prefix + nameof(line.VariantId)));
            else lines.Add(LineOf(purchaseId, index, item.Value, amount.Value, line));
        }

        if (problems.Count == 0 && input.Discount > lines.Sum(line => line.Cost)) problems.Add(new("discount_too_large", "More was taken off than it costs.", nameof(input.Discount)));
        return problems.Count > 0 ? problems : lines;
    }

    private PurchaseLine LineOf(Guid purchaseId, int index, MeasuredItem item, long amount, NewPurchaseLine line) => new()
    {
        ShopId = shop.Id, PurchaseId = purchaseId, Place = index, VariantId = item.VariantId, Quantity = amount, Cost = line.Cost, Incoming = amount,
        Unit = item.Unit is null ? null : string.IsNullOrWhiteSpace(line.Unit) ? item.PurchaseUnit!.Code : Unit.Find(line.Unit)!.Code,
    };

    private static List<Problem> Check(NewPurchase input)
    {
        List<Problem> problems = [];
        if (input.Lines is not { Count: > 0 }) problems.Add(new("lines_missing", "What is bought?", nameof(input.Lines)));
        else if (input.Lines.Count > Most) problems.Add(new("too_many_lines", $"A purchase has at most {Most} lines.", nameof(input.Lines)));
        foreach (var (index, line) in (input.Lines ?? []).Index()) CheckMoney(line.Cost, $"Lines[{index}].Cost", problems);
        CheckMoney(input.Freight, nameof(input.Freight), problems);
        CheckMoney(input.Tax, nameof(input.Tax), problems);
        CheckMoney(input.Discount, nameof(input.Discount), problems);
        if (input.OrderedOn < earliest || input.OrderedOn > latest) problems.Add(new("day_out_of_range", "That is too long ago, or too far away.", nameof(input.OrderedOn)));
        if (input.ExpectedOn < (input.OrderedOn ?? earliest) || input.ExpectedOn > latest) problems.Add(new("days_reversed", "It cannot arrive before it was ordered.", nameof(input.ExpectedOn)));
        if (input.Reference?.Length > Purchase.LongestReference) problems.Add(new("reference_too_long", $"A number has at most {Purchase.LongestReference} characters.", nameof(input.Reference)));
        if (input.Note?.Length > Purchase.LongestNote) problems.Add(new("note_too_long", $"A note has at most {Purchase.LongestNote} characters.", nameof(input.Note)));
        return problems;
    }

    private static void CheckMoney(long amount, string field, List<Problem> problems)
    {
        if (amount is < 0 or > Amounts.MostTogether) problems.Add(new("amount_out_of_range", "An amount is zero or more.", field));
    }
}
