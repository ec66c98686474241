using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Facts;

/// <summary>Brings fees; one of a sale that is here hangs on it, others wait for it under its number.</summary>
internal sealed class BringFees(AppDb db, CurrentShop shop, Outbox outbox) : BringNumbered<DraftFee, Fee>(db)
{
    protected override (string One, string Many) Words => ("fee", "fees");

    /// <inheritdoc />
    public override async Task<int> TakeBackAsync(Guid importId, int atMost, CancellationToken cancel)
    {
        // A fee of a sale of the same import that stays, stays with it.
        var sales = Db.Sales;
        var fees = Db.Fees.Where(fee => fee.ImportId == importId && !sales.Any(sale => sale.Id == fee.SaleId && sale.ImportId == importId));
        var some = await fees.OrderBy(fee => fee.ImportId).Select(fee => new { fee.Id, fee.Day }).Take(atMost).ToListAsync(cancel);
        if (some.Count == 0) return 0;
        outbox.Add(new SalesChanged([.. some.Select(fee => fee.Day).Distinct()]));
        var ids = some.ConvertAll(fee => fee.Id);
        return await Db.Fees.Where(fee => ids.Contains(fee.Id)).ExecuteDeleteAsync(cancel);
    }

    protected override DateOnly? DayOf(DraftFee fact) => fact.Day;

    protected override async Task<IReadOnlyCollection<Fee>> MakeAsync(ImportDraft draft, IReadOnlyList<DraftFee> facts, Guid importId, CancellationToken cancel)
    {
        var sales = new Dictionary<(int, string), Guid>();
        foreach (var alike in facts.Where(fact => fact.OrderNumber is not null).GroupBy(fact => fact.Channel))
        {
            var (channelId, numbers) = (draft.Channels[alike.Key].Id, alike.Select(fact => fact.OrderNumber).Distinct().ToList());
            foreach (var sale in await Db.Sales.Where(sale => sale.ChannelId == channelId && numbers.Contains(sale.ExternalId)).Select(sale => new { sale.Id, sale.ExternalId }).ToListAsync(cancel))
                sales[(alike.Key, sale.ExternalId!)] = sale.Id;
        }

        return [.. facts.Select(fact => new Fee
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, ChannelId = draft.Channels[fact.Channel].Id!.Value, ExternalId = fact.Number, OrderNumber = fact.OrderNumber,
            SaleId = fact.OrderNumber is { } number && sales.TryGetValue((fact.Channel, number), out var saleId) ? saleId : null,
            Type = fact.Type, Amount = fact.Amount, Day = fact.Day, ImportId = importId,
        })];
    }
}
