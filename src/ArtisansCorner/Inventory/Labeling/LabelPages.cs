using System.Globalization;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Shops;

namespace ArtisansCorner.Inventory.Labeling;

/// <summary>The sheet of labels as a file.</summary>
internal static class LabelPages
{
    /// <summary>Before the id of a variant stands how many labels of it are wanted.</summary>
    public const string Prefix = "n-";

    private const int MostLabels = 2000;
    private const int MostOfOne = 500;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/{shop}/inventory/labels.pdf", PdfAsync).RequirePermission(Permission.View).ExcludeFromDescription();

    private static async Task<IResult> PdfAsync(HttpRequest request, StockQueries stock, CurrentShop current, CancellationToken cancel, string? sheet = null, int used = 0)
    {
        var wanted = request.Query.Where(field => field.Key.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParse(field.Key[Prefix.Length..], out _))
            .DistinctBy(field => Guid.Parse(field.Key[Prefix.Length..])).Take(MostLabels).ToDictionary(field => Guid.Parse(field.Key[Prefix.Length..]), field => int.TryParse(field.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var copies) ? Math.Min(copies, MostOfOne) : 0);
        var items = (await stock.OfAsync(wanted.Keys, cancel)).Select(item => (Item: item, Copies: wanted[item.VariantId])).Where(item => item.Copies > 0).OrderBy(item => item.Item.Product, StringComparer.OrdinalIgnoreCase).ToList();
        if (items.Count == 0 || items.Sum(item => item.Copies) > MostLabels) return TypedResults.LocalRedirect($"/{current.Facts.Slug}/inventory/labels?{(items.Count == 0 ? "none" : "many")}=1");
        return TypedResults.File(LabelPdf.Of(items, LabelSheet.Find(sheet, current.Facts.Country), Math.Max(0, used), current.Facts), "application/pdf", $"{current.Facts.Slug} labels.pdf");
    }
}
