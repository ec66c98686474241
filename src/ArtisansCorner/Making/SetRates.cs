using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Making;

/// <summary>What an hour at the bench is to cost. Amounts are minor units.</summary>
/// <param name="LaborPerHour">The work of an hour.</param>
/// <param name="OverheadPerHour">Rent, power and the like for an hour.</param>
/// <param name="LaborIsValued">Whether work is part of what pieces are worth on the shelf.</param>
public sealed record NewRates(long LaborPerHour, long OverheadPerHour, bool LaborIsValued = true);

/// <summary>What an hour at the bench cost before that was changed, and what the change made of it.</summary>
public sealed record RatesBefore(NewRates Was, NewRates Became);

/// <summary>Sets what an hour at the bench costs, from now on: batches keep what they cost.</summary>
public sealed class SetRates(AppDb db, CurrentShop shop)
{
    /// <summary>The rates as they are now, or everything that is wrong.</summary>
    public Task<Outcome<NewRates>> RunAsync(NewRates input, CancellationToken cancel) => WriteAsync(input, null, cancel);

    /// <summary>Makes them what they were before a change, as long as nobody changed them since; tells the shop.</summary>
    public async Task<Outcome<Guid>> UndoAsync(RatesBefore before, CancellationToken cancel) =>
        await WriteAsync(before.Was, before.Became, cancel) is { Succeeded: false } refused ? refused.Problems.ToList() : shop.Id;

    private async Task<Outcome<NewRates>> WriteAsync(NewRates input, NewRates? expected, CancellationToken cancel)
    {
        List<Problem> problems = [];
        if (input.LaborPerHour is < 0 or > Amounts.Most) problems.Add(new("rate_out_of_range", "An hour costs nothing or more.", nameof(input.LaborPerHour)));
        if (input.OverheadPerHour is < 0 or > Amounts.Most) problems.Add(new("rate_out_of_range", "An hour costs nothing or more.", nameof(input.OverheadPerHour)));
        if (problems.Count > 0) return problems;
        return await db.TryAgainAsync<Outcome<NewRates>>(async () =>
        {
            await using var write = await db.BeginWriteAsync(cancel);
            var rates = await db.MakingRates.FirstOrDefaultAsync(cancel);
            if (rates is null) db.MakingRates.Add(rates = new MakingRates { ShopId = shop.Id });
            if (expected is not null && expected != new NewRates(rates.LaborPerHour, rates.OverheadPerHour, rates.LaborIsValued)) return Problem.Stale;
            (rates.LaborPerHour, rates.OverheadPerHour, rates.LaborIsValued) = (input.LaborPerHour, input.OverheadPerHour, input.LaborIsValued);
            await write.CommitAsync(cancel);
            return input;
        });
    }
}
