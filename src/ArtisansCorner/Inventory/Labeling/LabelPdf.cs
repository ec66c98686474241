using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using QRCoder;

namespace ArtisansCorner.Inventory.Labeling;

/// <summary>Labels for pieces: the name, the price, the code, and the code for a camera.</summary>
internal static class LabelPdf
{
    private const double Inset = 2.5;

    /// <summary>Each item so many times, beginning after labels that are used up already.</summary>
    public static byte[] Of(IReadOnlyList<(StockItem Item, int Copies)> items, LabelSheet sheet, int used, ShopFacts shop)
    {
        using var paper = new PdfPaper($"Labels, {shop.Name}", sheet.Country);
        var at = used % sheet.Count;
        foreach (var item in items.SelectMany(one => Enumerable.Repeat(one.Item, one.Copies)))
        {
            if (at == sheet.Count)
            {
                paper.Turn();
                at = 0;
            }

            Draw(paper, item, shop, sheet.Left + (at % sheet.Columns * sheet.Across), sheet.Top + (at / sheet.Columns * sheet.Height), sheet);
            at++;
        }

        return paper.ToBytes();
    }

    private static void Draw(PdfPaper paper, StockItem item, ShopFacts shop, double x, double y, LabelSheet sheet)
    {
        var side = Math.Min(sheet.Height - (2 * Inset), 24);
        var (left, width, points) = (x + Inset + side + 1.5, sheet.Width - side - (2 * Inset) - 1.5, sheet.Height < 16 ? 6 : sheet.Height < 30 ? 7.5 : 9.5);
        DrawCode(paper, item.Sku, x + Inset, y + ((sheet.Height - side) / 2), side);
        var line = points * 0.48;
        var top = y + (sheet.Height / 2) - line;
        paper.Text(left, top, paper.Fit(item.Title.Length > 0 ? $"{item.Product}, {item.Title}" : item.Product, width, points, PdfWeight.Bold), points, PdfWeight.Bold);
        paper.Text(left, top + line, new Money(item.Price, shop.Currency).ToString(), points);
        paper.Text(left, top + (2 * line), paper.Fit(item.Sku, width, points - 1), points - 1, gray: 90);
        if (sheet.Height >= 30) paper.Text(left, top + (3 * line), paper.Fit(shop.Name, width, points - 2.5), points - 2.5, gray: 110);
    }

    private static void DrawCode(PdfPaper paper, string text, double x, double y, double side)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        var rows = code.ModuleMatrix;
        var dot = side / rows.Count;
        foreach (var (index, row) in rows.Index())
        {
            // What is black side by side is one rectangle.
            for (var start = 0; start < row.Count; start++)
            {
                if (!row[start]) continue;
                var end = start;
                while (end < row.Count && row[end]) end++;
                paper.Fill(x + (start * dot), y + (index * dot), (end - start) * dot, dot);
                start = end;
            }
        }
    }
}
