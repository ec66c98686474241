using ArtisansCorner.Sales;

namespace ArtisansCorner.Importing.Draft;

/// <summary>How a draft's orders are called in a few words.</summary>
internal static class DraftWords
{
    // No more have room in a summary.
    private const int MostInSummary = 100;

    /// <summary>What a line is called: by its row, else by its product, else by its code.</summary>
    public static string Title(ImportDraft draft, in DraftLine line)
    {
        if (line.Title.Length > 0) return line.Title;
        var product = draft.Products[line.Product];
        return product.Name ?? product.Sku;
    }

    /// <summary>What was sold or given back, such as “Speckled mug × 2, Saucer”.</summary>
    public static string Summary(ImportDraft draft, IEnumerable<DraftLine> lines) =>
        SaleLines.Summarize(lines.Take(MostInSummary).Select(line => (Title(draft, line), line.Quantity)));
}
