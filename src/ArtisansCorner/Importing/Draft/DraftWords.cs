using ArtisansCorner.Sales;

namespace ArtisansCorner.Importing.Draft;

/// <summary>How a draft's orders are called in a few words.</summary>
internal static class DraftWords
{
    /// <summary>What a line is called: by its row, else by its product, else by its code.</summary>
    public static string Title(ImportDraft draft, in DraftLine line)
    {
        if (line.Title.Length > 0) return line.Title;
        var product = draft.Products[line.Product];
        return product.Name ?? product.Sku;
    }

    /// <summary>What was sold or given back, such as “Speckled mug × 2 and 3 more”.</summary>
    public static string Summary(ImportDraft draft, DraftOrder order)
    {
        ref var first = ref draft.Lines[order.First];
        return SaleWords.Summary(Title(draft, first), first.Quantity, order.Lines);
    }
}
