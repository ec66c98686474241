using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Making;

/// <summary>A part of a recipe that was found and measured.</summary>
/// <param name="Item">What it is.</param>
/// <param name="Quantity">How many pieces or grains.</param>
/// <param name="Unit">The unit it was written in.</param>
public sealed record RecipePart(MeasuredItem Item, long Quantity, string? Unit);

/// <summary>Finds what lines name, and measures it.</summary>
public sealed class RecipeParts(MeasuredItems items)
{
    /// <summary>The parts, in the order of the lines, or everything that is wrong.</summary>
    public async Task<Outcome<List<RecipePart>>> FindAsync(IReadOnlyList<NewRecipeLine> lines, CancellationToken cancel)
    {
        List<RecipePart> parts = [];
        List<Problem> problems = [];
        foreach (var (index, line) in lines.Index())
        {
            var prefix = $"Lines[{index}].";
            var item = await items.FindAsync(line.VariantId, line.Sku, line.MaterialId, cancel, prefix);
            if (!item.Succeeded)
            {
                problems.AddRange(item.Problems);
                continue;
            }

            var amount = item.Value.Measure(line.Quantity, line.Unit, prefix + nameof(line.Quantity));
            if (amount.Succeeded) parts.Add(new RecipePart(item.Value, amount.Value, string.IsNullOrWhiteSpace(line.Unit) ? null : Unit.Find(line.Unit)!.Code));
            else problems.AddRange(amount.Problems);
        }

        return problems.Count > 0 ? problems : parts;
    }
}
