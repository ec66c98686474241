using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory.Reserving;

/// <summary>Something that is, or was, set aside, as lists and the API show it.</summary>
/// <param name="Id">The reservation.</param>
/// <param name="VariantId">The variant or material.</param>
/// <param name="ProductId">The product it is a choice of.</param>
/// <param name="IsMaterial">Whether it is a material.</param>
/// <param name="Sku">Its code.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Quantity">How many, or how much of a material.</param>
/// <param name="Unit">In which unit; nothing: pieces.</param>
/// <param name="Reason">What it is for.</param>
/// <param name="WantedOn">By which day it is wanted.</param>
/// <param name="RecordedAt">When it was set aside.</param>
/// <param name="ClosedAt">When it was handed over or given up; nothing while it is set aside.</param>
/// <param name="Version">Counts its changes.</param>
public sealed record ReservationItem(
    Guid Id, Guid VariantId, Guid ProductId, bool IsMaterial, string Sku, string Name, decimal Quantity, string? Unit, string Reason, DateOnly? WantedOn, DateTimeOffset RecordedAt, DateTimeOffset? ClosedAt, int Version);

/// <summary>Finds what is set aside.</summary>
public sealed class ReservationQuery(AppDb db, MeasuredItems items)
{
    /// <summary>What is set aside, what is wanted first coming first.</summary>
    public async Task<IReadOnlyList<ReservationItem>> OpenAsync(StockOf of, CancellationToken cancel)
    {
        var open = db.Reservations.AsNoTracking().Where(one => one.ClosedAt == null);
        if (of.Variants(db) is { } variants) open = open.Where(one => variants.Contains(one.VariantId));
        return [.. (await ItemsAsync(await open.ToListAsync(cancel), cancel)).OrderBy(one => one.WantedOn ?? DateOnly.MaxValue).ThenBy(one => one.RecordedAt).ThenBy(one => one.Id)];
    }

    /// <summary>What was handed over or given up, the latest set aside first.</summary>
    public async Task<Paged<ReservationItem>> ClosedAsync(Cursor? after, int limit, CancellationToken cancel)
    {
        var closed = db.Reservations.AsNoTracking().Where(one => one.ClosedAt != null);
        if (after is { } place)
        {
            var (at, id) = (place.At, place.Id);
            closed = closed.Where(one => one.RecordedAt < at || (one.RecordedAt == at && one.Id < id));
        }

        var rows = await closed.OrderByDescending(one => one.RecordedAt).ThenByDescending(one => one.Id).Take(limit + 1).ToListAsync(cancel);
        return Paging.Cut(await ItemsAsync(rows, cancel), limit, item => new Cursor(item.RecordedAt, item.Id));
    }

    /// <summary>One reservation, or nothing.</summary>
    public async Task<ReservationItem?> FindAsync(Guid id, CancellationToken cancel) =>
        (await ItemsAsync(await db.Reservations.AsNoTracking().Where(one => one.Id == id).ToListAsync(cancel), cancel)).FirstOrDefault();

    private async Task<List<ReservationItem>> ItemsAsync(List<Reservation> rows, CancellationToken cancel)
    {
        var named = await items.OfAsync([.. rows.Select(row => row.VariantId).Distinct()], cancel);
        return rows.ConvertAll(row =>
        {
            var (item, unit) = (named[row.VariantId], named[row.VariantId].Unit is null ? null : row.Unit ?? named[row.VariantId].Unit!.Code);
            return new ReservationItem(
                row.Id, row.VariantId, item.ProductId, item.Unit is not null, item.Sku, item.Name, item.QuantityIn(row.Quantity, unit), unit, row.Reason, row.WantedOn, row.RecordedAt, row.ClosedAt, row.Version);
        });
    }
}
