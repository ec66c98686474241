using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales.Consigning;

/// <summary>Draws up the statement of a gallery: of the sales that say that it was sold there, of what it paid, and of what lies there by the stock ledger.</summary>
public sealed class GalleryStatementQuery(AppDb db, CurrentShop shop, LocationQuery places, TimeProvider time)
{
    /// <summary>Only a gallery owes something.</summary>
    internal static Problem NotAGallery => new("not_a_gallery", "Only a gallery has a statement.", Kind: ProblemKind.Conflict);

    /// <summary>The statement of these days, this month so far when none are said; or why there is none.</summary>
    public async Task<Outcome<GalleryStatement>> RunAsync(Guid locationId, string? from, string? to, CancellationToken cancel)
    {
        var today = shop.Facts.Zone.DayOf(time.GetUtcNow());
        var range = AskedDays.Read(from, to, today, today.Day);
        if (!range.Succeeded) return range.Problems.ToList();
        if (await places.FindAsync(locationId, cancel) is not { } place) return LocationRules.Unknown;
        if (place.Kind != LocationKind.Gallery) return NotAGallery;
        // From the first day on: what is open is what was owed and not paid since then.
        var days = range.Value;
        var terms = new GalleryTerms(place.Share ?? 0, await db.FormerTerms.AsNoTracking().Where(former => former.LocationId == locationId).ToListAsync(cancel));
        var rows = (await SoldAsync(locationId, terms, days.To, cancel)).Concat(await BackAsync(locationId, terms, days.To, cancel)).OrderBy(row => row.Day).ThenBy(row => row.SaleId).ThenBy(row => row.IsReturn).ToList();
        var paid = await PaidAsync(locationId, days.To, cancel);
        var before = new Period(AskedDays.Earliest, days.From.AddDays(-1));
        return new GalleryStatement(place.Id, place.Name, place.Share, place.Since, place.Contact, days.From, days.To, rows.FindAll(row => row.Day >= days.From), await LiesAsync(locationId, days.To, cancel))
        {
            Extras = await ExtrasAsync(locationId, days, cancel),
            OpenBefore = rows.Where(row => row.Day < days.From).Sum(row => row.Owed) + await ExtrasAsync(locationId, before, cancel) - paid.Where(payment => payment.Day < days.From).Sum(payment => payment.Amount),
            Payments = paid.FindAll(payment => payment.Day >= days.From),
        };
    }

    private async Task<List<GallerySale>> SoldAsync(Guid place, GalleryTerms terms, DateOnly to, CancellationToken cancel)
    {
        var rows = await db.SaleLines.Where(line => line.Day <= to)
            .Join(db.Sales.Where(sale => sale.LocationId == place), line => line.SaleId, sale => sale.Id, (line, sale) => line)
            .OrderBy(line => line.Day).ThenBy(line => line.SaleId).ThenBy(line => line.Ordinal).AsNoTracking().ToListAsync(cancel);
        return rows.ConvertAll(line => GallerySale.Of(line.Day, line.SaleId, line.Title, line.Quantity, line.Net, false, terms.On(line.Day)));
    }

    private async Task<List<GallerySale>> BackAsync(Guid place, GalleryTerms terms, DateOnly to, CancellationToken cancel)
    {
        var rows = await db.RefundLines.Where(line => line.Day <= to)
            .Join(db.Refunds, line => line.RefundId, refund => refund.Id, (line, refund) => new { line.Day, refund.SaleId, line.Title, line.Quantity, line.Amount })
            .Join(db.Sales.Where(sale => sale.LocationId == place), row => row.SaleId, sale => sale.Id, (row, sale) => new { row.Day, SaleId = sale.Id, Sold = sale.Day, row.Title, row.Quantity, row.Amount })
            .OrderBy(row => row.Day).ThenBy(row => row.SaleId).ToListAsync(cancel);
        return rows.ConvertAll(row => GallerySale.Of(row.Day, row.SaleId, row.Title, -row.Quantity, -row.Amount, true, terms.On(row.Sold)));
    }

    private Task<List<GalleryPaid>> PaidAsync(Guid place, DateOnly to, CancellationToken cancel) =>
        db.GalleryPayments.Where(payment => payment.LocationId == place && payment.Day <= to && payment.TakenBackAt == null).OrderBy(payment => payment.Day).ThenBy(payment => payment.Id)
            .Select(payment => new GalleryPaid(payment.Id, payment.Day, payment.Amount, payment.Note)).ToListAsync(cancel);

    // Tax that a marketplace remits never was the gallery's.
    private async Task<long> ExtrasAsync(Guid locationId, Period days, CancellationToken cancel)
    {
        var sales = db.Sales.Where(sale => sale.LocationId == locationId);
        var taken = await sales.Where(sale => sale.Day >= days.From && sale.Day <= days.To).SumAsync(sale => sale.Shipping - sale.ShippingDiscount + sale.Tax, cancel);
        return taken - await db.Refunds.Where(refund => refund.Day >= days.From && refund.Day <= days.To && sales.Any(sale => sale.Id == refund.SaleId)).SumAsync(refund => refund.Shipping + refund.Tax, cancel);
    }

    // What lies there now, without what moved since.
    private async Task<List<GalleryPiece>> LiesAsync(Guid locationId, DateOnly on, CancellationToken cancel)
    {
        var moved = await db.StockMovements.Where(row => row.LocationId == locationId && row.Day > on).GroupBy(row => row.VariantId).ToDictionaryAsync(some => some.Key, some => some.Sum(row => row.Quantity), cancel);
        var rows = await db.PlaceLevels.Where(level => level.LocationId == locationId)
            .Join(db.Variants, level => level.VariantId, variant => variant.Id, (level, variant) => new { level.OnHand, variant.Id, variant.ProductId, variant.Sku, variant.Title, variant.Price })
            .Join(db.Products, row => row.ProductId, product => product.Id, (row, product) => new { row, product.Name }).ToListAsync(cancel);
        return [.. rows.Select(one => new GalleryPiece(one.row.Id, one.row.ProductId, one.row.Sku, one.row.Title == "" ? one.Name : $"{one.Name}, {one.row.Title}", one.row.OnHand - moved.GetValueOrDefault(one.row.Id), one.row.Price))
            .Where(piece => piece.OnHand != 0).OrderBy(piece => piece.Name, StringComparer.OrdinalIgnoreCase).ThenBy(piece => piece.Sku, StringComparer.Ordinal)];
    }
}
