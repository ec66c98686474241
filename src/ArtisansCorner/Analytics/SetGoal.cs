using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>What stood in a month before a goal was set there, so that setting it can be taken back.</summary>
/// <param name="Month">The month.</param>
/// <param name="WasSaid">Whether the month itself said something.</param>
/// <param name="NetSales">The goal it said, or nothing for none.</param>
/// <param name="Became">The goal it says since, or nothing for none.</param>
public sealed record GoalBefore(DateOnly Month, bool WasSaid, long? NetSales, long? Became);

/// <summary>Sets the goal that holds from a month on, ends it, or takes either back.</summary>
public sealed class SetGoal(AppDb db, CurrentShop shop, TimeProvider time)
{
    /// <summary>Sets the goal from this month on, or with nothing ends it; tells what stood there before.</summary>
    public async Task<Outcome<GoalBefore>> RunAsync(DateOnly month, long? netSales, CancellationToken cancel)
    {
        if (netSales is < 1 or > Goal.Most) return new Problem("goal_out_of_reach", "A goal is more than nothing, and less than ten digits long.", "NetSales");
        return await db.TryAgainAsync<Outcome<GoalBefore>>(async () =>
        {
            await using var write = await db.BeginWriteAsync(cancel);
            var first = new DateOnly(month.Year, month.Month, 1);
            var goal = await db.Goals.FirstOrDefaultAsync(row => row.Month == first, cancel);
            var before = new GoalBefore(first, goal is not null, goal?.NetSales, netSales);
            if (goal is null) db.Goals.Add(goal = new Goal { ShopId = shop.Id, Month = first, SetAt = time.GetUtcNow() });
            (goal.NetSales, goal.SetAt, goal.SetBy) = (netSales, time.GetUtcNow(), shop.Actor.UserId);
            await write.CommitAsync(cancel);
            return before;
        });
    }

    /// <summary>Puts back what stood in a month before, as long as nobody set it otherwise since; tells the shop.</summary>
    public async Task<Outcome<Guid>> UndoAsync(GoalBefore before, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var goal = await db.Goals.FirstOrDefaultAsync(row => row.Month == before.Month, cancel);
        if (goal is null || goal.NetSales != before.Became) return Problem.Stale;
        if (before.WasSaid) goal.NetSales = before.NetSales;
        else db.Goals.Remove(goal);
        await write.CommitAsync(cancel);
        return shop.Id;
    }
}
