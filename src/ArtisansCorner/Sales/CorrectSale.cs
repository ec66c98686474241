using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>What correcting a sale takes.</summary>
/// <param name="Reason">What was wrong.</param>
/// <param name="Sale">The sale as it should have been recorded; without a time and a day those of the wrong one, without a place its place, without a number in the same channel its number.</param>
public sealed record NewCorrection(string? Reason, NewSale? Sale);

/// <summary>
/// Puts a sale in the place of one that was recorded wrongly, in one transaction: the wrong one is kept, linked and counts no more,
/// its pieces go back at the cost they left with, and the new one is recorded as if it had been the first. A sale is corrected once, then the one in its place.
/// </summary>
public sealed class CorrectSale(AppDb db, CurrentShop shop, WriteSales sales, TakenPieces taken, Outbox outbox, Repeats repeats, TimeProvider time)
{
    /// <summary>The sale in its place, or everything that is wrong.</summary>
    public async Task<Outcome<RecordedSale>> RunAsync(Guid saleId, NewCorrection input, CancellationToken cancel)
    {
        List<Problem> problems = [];
        if (string.IsNullOrWhiteSpace(input.Reason)) problems.Add(new("reason_missing", "Say what was wrong; it stays with both sales.", nameof(input.Reason)));
        else if (input.Reason.Trim().Length > Correction.LongestReason) problems.Add(new("reason_too_long", $"A reason has at most {Correction.LongestReason} characters.", nameof(input.Reason)));
        if (input.Sale is null) problems.Add(new("sale_missing", "Say how the sale should have been recorded.", nameof(input.Sale)));
        else problems.AddRange(Inside(SaleRules.Check(input.Sale, shop.Facts, time.GetUtcNow())));
        return problems.Count > 0 ? problems : await db.TryAgainAsync(() => TryAsync(saleId, input, cancel));
    }

    private async Task<Outcome<RecordedSale>> TryAsync(Guid saleId, NewCorrection input, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        // Takes the row's lock: corrections and refunds of one sale follow each other, and each sees what the others did.
        await db.Sales.Where(sale => sale.Id == saleId).ExecuteUpdateAsync(row => row.SetProperty(sale => sale.CustomerId, sale => sale.CustomerId), cancel);
        var repeated = await repeats.FindAsync(cancel);
        if (!repeated.Succeeded) return repeated.Problems.ToList();
        if (repeated.Value is { } earlier) return new RecordedSale(earlier, default, AlreadyThere: true);
        if (await db.Sales.AsNoTracking().FirstOrDefaultAsync(sale => sale.Id == saleId, cancel) is not { } wrong) return await MissingAsync(db, saleId, cancel);
        if (await db.Refunds.AnyAsync(refund => refund.SaleId == saleId, cancel))
            return new Problem("sale_refunded", "Some of this sale was given back already, so it stays as it is. Give back the rest, or record another sale.", Kind: ProblemKind.Conflict);

        var id = Guid.CreateVersion7();
        await SupersedeAsync(saleId, id, cancel);
        var back = await taken.BackAsync([saleId], cancel);
        var recorded = (await sales.RunAsync([await InPlaceOfAsync(wrong, input.Sale!, cancel)], new InPlace(id, back, wrong.LocationId), cancel))[0];
        if (!recorded.Succeeded) return Inside(recorded.Problems).ToList();
        if (recorded.Value.AlreadyThere) return new Problem("number_taken", "Another sale has this number already.", "Sale.ExternalId", ProblemKind.Conflict);
        db.Corrections.Add(new Correction
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, SaleId = saleId, NewSaleId = id, Reason = input.Reason!.Trim(),
            RecordedAt = time.GetUtcNow(), RecordedBy = shop.Actor.UserId, RecordedThrough = shop.Actor.Through,
        });
        outbox.Add(new SalesChanged([wrong.Day]));
        repeats.Remember(id);
        await write.CommitAsync(cancel);
        return recorded;
    }

    /// <summary>Why a sale that does not count cannot be changed: it was corrected, or there is none.</summary>
    public static async Task<Problem> MissingAsync(AppDb db, Guid saleId, CancellationToken cancel) =>
        await db.Sales.IgnoreQueryFilters([SalesTables.CountedFilter]).AnyAsync(sale => sale.Id == saleId, cancel)
            ? new Problem("sale_corrected", "This sale was corrected already; go on with the one in its place.", Kind: ProblemKind.Conflict)
            : new Problem("unknown_sale", "There is no such sale.", Kind: ProblemKind.NotFound);

    private async Task SupersedeAsync(Guid saleId, Guid newId, CancellationToken cancel)
    {
        await db.Sales.Where(sale => sale.Id == saleId).ExecuteUpdateAsync(row => row.SetProperty(sale => sale.CorrectedById, newId), cancel);
        await db.SaleLines.Where(line => line.SaleId == saleId).ExecuteUpdateAsync(row => row.SetProperty(line => line.CorrectedById, newId), cancel);
        await db.Fees.Where(fee => fee.SaleId == saleId).ExecuteUpdateAsync(row => row.SetProperty(fee => fee.CorrectedById, newId), cancel);
    }

    private async Task<NewSale> InPlaceOfAsync(Sale wrong, NewSale sale, CancellationToken cancel)
    {
        if (sale is { SoldAt: null, Day: null }) sale = wrong.Hour is null ? sale with { Day = wrong.Day } : sale with { SoldAt = wrong.SoldAt };
        if (string.IsNullOrWhiteSpace(sale.Location) && wrong.LocationId is { } place) sale = sale with { Location = place.ToString() };
        if (!string.IsNullOrEmpty(sale.ExternalId) || wrong.ExternalId is null) return sale;
        var key = Channel.KeyOf(sale.Channel!);
        var same = await db.Channels.AnyAsync(channel => channel.Id == wrong.ChannelId && channel.Key == key, cancel);
        return same ? sale with { ExternalId = wrong.ExternalId } : sale;
    }

    private static IEnumerable<Problem> Inside(IEnumerable<Problem> problems) =>
        problems.Select(problem => problem.Field is null ? problem : problem with { Field = "Sale." + problem.Field });
}
