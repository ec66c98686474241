using System.Globalization;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Inventory;

/// <summary>A page of the list of stock as it is being typed over; only what became different is changed.</summary>
public sealed class EditForm
{
    /// <summary>The items.</summary>
    // The form's binder sets what was not sent to null.
    public List<EditRow> Items { get; set => field = value ?? []; } = [];

    /// <summary>The form of items as they are.</summary>
    public static EditForm For(IEnumerable<StockItem> items, Currency currency) => new() { Items = [.. items.Select(item => EditRow.For(item, currency))] };

    /// <summary>What became different, and what in it cannot be read.</summary>
    public (IReadOnlyList<ItemEdit> Edits, IReadOnlyList<Problem> Problems) Read(ShopFacts shop)
    {
        var reader = new FormReader(shop.Currency);
        List<ItemEdit> edits = [];
        foreach (var (index, row) in Items.Index())
        {
            var field = $"Items[{index}].";
            if (row.Price != row.WasPrice && string.IsNullOrWhiteSpace(row.Price)) reader.Problems.Add(new("price_missing", "What is its price?", field + "Price"));
            var edit = new ItemEdit(
                row.VariantId,
                row.Price == row.WasPrice ? null : reader.Money(row.Price, field + "Price"),
                row.Threshold == row.WasThreshold ? null : string.IsNullOrWhiteSpace(row.Threshold) ? -1 : Level(reader, row.Threshold, field + "Threshold"),
                row.OnHand == row.WasOnHand ? null : reader.Count(row.OnHand, field + "OnHand"));
            if (edit != new ItemEdit(row.VariantId)) edits.Add(edit);
        }

        return (edits, reader.Problems);
    }

    /// <summary>The problems of what was read, about the rows they were typed in.</summary>
    public IReadOnlyList<Problem> InRows(IReadOnlyList<Problem> problems, IReadOnlyList<ItemEdit> edits) => [.. problems.Select(problem =>
        problem.Field is { } field && field.StartsWith("Items[", StringComparison.Ordinal) && int.TryParse(field.AsSpan(6, field.IndexOf(']', StringComparison.Ordinal) - 6), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < edits.Count
            ? problem with { Field = $"Items[{Items.FindIndex(row => row.VariantId == edits[at].VariantId)}]{field[field.IndexOf(']', StringComparison.Ordinal)..][1..]}" }
            : problem)];

    private static long? Level(FormReader reader, string text, string field)
    {
        var level = reader.Count(text, field);
        if (level < 0) reader.Problems.Add(new("threshold_out_of_range", "A low-stock level is zero or more.", field));
        return level;
    }
}
