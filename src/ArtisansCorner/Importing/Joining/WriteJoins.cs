using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Inventory;
using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Joining;

/// <summary>
/// Writes what rows come to, inside the transaction that is open. A sale that is known better now takes the place of the thinner one under
/// the same id; pieces that left stock stay out when they are the same, else they go back and the right ones leave.
/// </summary>
internal sealed class WriteJoins(AppDb db, CurrentShop shop, MakeFacts makeFacts, MoveImportedStock stock, TakenPieces taken, RecordManySales record, WriteJoinedMoney money)
{
    private static readonly Dictionary<int, (Guid, long)> Nothing = [];
    private readonly HashSet<Guid> formerBuyers = [];

    /// <summary>Writes these joins and the rows of the file that they come of; tells the business days whose figures differ now.</summary>
    public async Task<IReadOnlyCollection<DateOnly>> RunAsync(ImportDraft draft, IReadOnlyList<DraftJoin> joins, Guid importId, CancellationToken cancel)
    {
        HashSet<DateOnly> days = [];
        var changing = joins.Where(join => join.Presence is Presence.New or Presence.Completed or Presence.Gone).ToList();
        var costs = await ClearAsync(draft, changing, days, cancel);
        var orders = changing.SelectMany(join => join.Orders).ToList();
        await record.WriteAsync(await makeFacts.RunAsync(orders, costs, cancel), cancel);
        days.UnionWith(orders.Select(order => order.Day));
        await db.Engine.InsertAsync(db, RowsOf(draft, joins, importId), cancel);
        days.UnionWith(await money.RunAsync(draft, joins, cancel));
        // What stood before an interruption may not have been told.
        days.UnionWith(joins.Where(join => join.Presence == Presence.Written).SelectMany(join => join.Orders).Select(order => order.Day));
        return days;
    }

    /// <summary>Takes the thinner sales away, and tells what the pieces of the new ones cost.</summary>
    private async Task<IReadOnlyDictionary<int, (Guid MovementId, long Cost)>> ClearAsync(ImportDraft draft, List<DraftJoin> joins, HashSet<DateOnly> days, CancellationToken cancel)
    {
        var ids = joins.Where(join => join.SaleId is not null).Select(join => join.SaleId!.Value).ToList();
        var lines = (await db.SaleLines.AsNoTracking().Where(line => ids.Contains(line.SaleId)).OrderBy(line => line.Ordinal).ToListAsync(cancel)).ToLookup(line => line.SaleId);
        var lineIds = lines.SelectMany(sale => sale).Select(line => line.Id).ToList();
        var left = (await db.StockMovements.Where(movement => lineIds.Contains(movement.Id)).Select(movement => movement.Id).ToListAsync(cancel)).ToHashSet();
        Dictionary<int, (Guid, long)> costs = [];
        List<Guid> back = [];
        List<DraftOrder> leaving = [];
        foreach (var join in joins)
        {
            var was = join.SaleId is { } saleId ? lines[saleId].Where(line => left.Contains(line.Id)).ToList() : [];
            var same = was.Count > 0 && join.Orders.Count > 0 && Same(draft, join.Orders[0], was, costs);
            if (was.Count > 0 && !same) back.Add(join.SaleId!.Value);
            if (join.Orders.Count == 0) continue;
            // Movements say which sale they belong to: one whose pieces leave anew is another.
            join.Orders[0].Id = join.SaleId is { } id && (was.Count == 0 || same) ? id : Guid.CreateVersion7();
            foreach (var refund in join.Orders.Skip(1)) refund.Id = Guid.CreateVersion7();
            if (!same) leaving.Add(join.Orders[0]);
        }

        var movements = await taken.BackAsync(back, cancel);
        foreach (var (line, moved) in await stock.MoveAsync(stock.Moving(leaving), movements, cancel)) costs[line] = moved;
        if (ids.Count > 0) await RemoveAsync(ids, days, cancel);
        return costs.Count == 0 ? Nothing : costs;
    }

    /// <summary>Whether the same pieces leave on the same day; then the lines keep the movements that they left with.</summary>
    private static bool Same(ImportDraft draft, DraftOrder order, List<SaleLine> was, Dictionary<int, (Guid, long)> costs)
    {
        List<(int At, Guid VariantId, long Quantity)> pieces = [];
        for (var at = order.First; at >= 0; at = draft.Lines[at].Next)
        {
            if (draft.VariantOf(order, draft.Lines[at]).VariantId is { } variant) pieces.Add((at, variant, draft.Lines[at].Quantity));
        }

        if (was[0].Day != order.Day || !pieces.Select(piece => (piece.VariantId, piece.Quantity)).SequenceEqual(was.Select(line => (line.VariantId ?? Guid.Empty, line.Quantity)))) return false;
        foreach (var (piece, line) in pieces.Zip(was)) costs[piece.At] = (line.Id, line.Cost);
        return true;
    }

    private async Task RemoveAsync(List<Guid> ids, HashSet<DateOnly> days, CancellationToken cancel)
    {
        var (sales, refunds) = (db.Sales, db.Refunds);
        days.UnionWith(await sales.Where(sale => ids.Contains(sale.Id)).Select(sale => sale.Day).Distinct().ToListAsync(cancel));
        days.UnionWith(await refunds.Where(refund => ids.Contains(refund.SaleId!.Value)).Select(refund => refund.Day).Distinct().ToListAsync(cancel));
        var buyers = await sales.Where(sale => ids.Contains(sale.Id) && sale.CustomerId != null).Select(sale => sale.CustomerId!.Value).Distinct().ToListAsync(cancel);
        await db.Fees.Where(fee => fee.OrderNumber != null && ids.Contains(fee.SaleId!.Value)).ExecuteUpdateAsync(row => row.SetProperty(fee => fee.SaleId, (Guid?)null), cancel);
        await sales.Where(sale => ids.Contains(sale.Id)).ExecuteDeleteAsync(cancel);
        formerBuyers.UnionWith(buyers);
    }

    /// <summary>Removes buyers whom thinner sales named and better ones name otherwise, where nothing else is known of them.</summary>
    public async Task RemoveFormerBuyersAsync(CancellationToken cancel)
    {
        var (ids, sales, refunds) = (formerBuyers.ToList(), db.Sales, db.Refunds);
        formerBuyers.Clear();
        if (ids.Count == 0) return;
        await db.Customers.Where(customer => ids.Contains(customer.Id) && customer.ImportId != null && customer.EmailKey == null &&
            !sales.Any(sale => sale.CustomerId == customer.Id) && !refunds.Any(refund => refund.CustomerId == customer.Id)).ExecuteDeleteAsync(cancel);
    }

    private List<ChannelRow> RowsOf(ImportDraft draft, IReadOnlyList<DraftJoin> joins, Guid importId) =>
        [.. joins.SelectMany(join => join.Rows).Where(row => row.Presence == Presence.New).Select(row => new ChannelRow
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, ChannelId = draft.Channels[row.Channel].Id!.Value, Source = row.Source, Number = row.Number, Key = row.Key,
            Day = row.Day, Amount = row.Amount, Told = row.Told.ToJson(), ImportId = importId,
        })];
}
