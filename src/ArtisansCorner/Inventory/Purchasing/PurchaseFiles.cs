using System.Globalization;
using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Email;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>An order as a file for the supplier.</summary>
internal static class PurchaseFiles
{
    private static readonly PdfColumn[] Columns = [new("What", 5), new("Code", 3), new("Quantity", 2, true), new("Cost", 2, true)];

    public static async Task<IResult> CsvAsync(Guid id, PurchaseQuery purchases, CurrentShop current, CancellationToken cancel)
    {
        if (await purchases.FindAsync(id, cancel) is not { } purchase) return TypedResults.NotFound();
        var currency = current.Facts.Currency;
        return CsvPages.Download(
            $"{NameOf(purchase, current.Facts)}.csv", ["Name", "Code", "Quantity", "Unit", $"Cost ({currency.Code})", $"Cost here ({currency.Code})", "Came"],
            _ => Task.FromResult(new Paged<PurchaseLineItem>(purchase.Lines, null)),
            line => [line.Name, line.Sku, Number(line.Quantity), line.Unit, CsvText.Amount(line.Cost, currency), CsvText.Amount(line.LandedCost, currency), Number(line.Received)], cancel);
    }

    public static async Task<IResult> PdfAsync(Guid id, PurchaseQuery purchases, AppDb db, CurrentShop current, CancellationToken cancel)
    {
        if (await purchases.FindAsync(id, cancel) is not { } purchase) return TypedResults.NotFound();
        var supplier = purchase.SupplierId is { } supplierId ? await db.Suppliers.AsNoTracking().FirstOrDefaultAsync(one => one.Id == supplierId, cancel) : null;
        var pdf = PdfOf(purchase, supplier, current.Facts);
        return TypedResults.File(pdf.Content, "application/pdf", pdf.Name);
    }

    /// <summary>The order as a PDF with its name: what is downloaded, and what goes with the e-mail.</summary>
    public static EmailAttachment PdfOf(PurchaseItem purchase, Supplier? supplier, ShopFacts shop) => new($"{NameOf(purchase, shop)}.pdf", Pdf(purchase, supplier, shop));

    private static byte[] Pdf(PurchaseItem purchase, Supplier? supplier, ShopFacts shop)
    {
        using var sheet = new PdfSheet($"Purchase order {Number(purchase.Number)}", shop.Name, shop.Country);
        sheet.Lines(new[]
        {
            supplier is null ? null : $"To: {supplier.Name}", supplier?.Email, $"Ordered: {PurchaseWords.Day(purchase.OrderedOn)}",
            purchase.ExpectedOn is { } day ? $"Wanted by: {PurchaseWords.Day(day)}" : null, purchase.Reference is null ? null : $"Your number: {purchase.Reference}", $"Amounts in {shop.Currency.Code}",
        }.OfType<string>());
        (string Words, long Amount)[] extras = [("Freight", purchase.Freight), ("Tax", purchase.Tax), ("Discount", -purchase.Discount)];
        sheet.Table(
            Columns, purchase.Lines.Select(line => (IReadOnlyList<string>)[line.Name, line.Sku, Unit.Words(line.Quantity, line.Unit), Money(line.Cost, shop)]),
            [.. extras.Where(extra => extra.Amount != 0).Append(("Total", purchase.Total)).Select(extra => (IReadOnlyList<string>)[extra.Item1, "", "", Money(extra.Item2, shop)])]);
        if (purchase.Note is not null) sheet.Lines(purchase.Note.Split('\n').Select(line => line.TrimEnd('\r')));
        return sheet.ToBytes();
    }

    private static string Money(long minor, ShopFacts shop) => new Money(minor, shop.Currency).ToString();

    private static string NameOf(PurchaseItem purchase, ShopFacts shop) => $"{shop.Slug} order {Number(purchase.Number)}";

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
