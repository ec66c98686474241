using ArtisansCorner.Sales;

namespace ArtisansCorner.Importing.Draft;

/// <summary>How a draft's orders are called in a few words.</summary>
internal static class DraftWords
{
    // No more have room in a summary.
    private const int MostInSummary = 100;

    /// <summary>What a line is called: by its row, else by its product, else by its code.</summary>
    public static string Title(ImportDraft draft, in DraftLine line) => line.Title.Length > 0 ? line.Title : draft.Products.NameOf(line.Product);

    /// <summary>What was sold or given back, such as “Speckled mug × 2, Saucer”.</summary>
    public static string Summary(ImportDraft draft, IEnumerable<DraftLine> lines) =>
        SaleLines.Summarize(lines.Take(MostInSummary).Select(line => (Title(draft, line), line.Quantity)));
}
