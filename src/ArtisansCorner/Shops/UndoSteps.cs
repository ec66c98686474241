using System.Text.Json;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Shops;

/// <summary>Keeps how something was before it was changed on a page, and makes it so again.</summary>
public sealed class UndoSteps(AppDb db, CurrentShop shop, TimeProvider time, IServiceProvider services)
{
    private static Problem Gone => new("nothing_to_undo", "There is nothing to undo: it was undone already, or is too long ago.", Kind: ProblemKind.NotFound);

    /// <summary>Keeps how it was, once the change stands; tells the address whose post makes it so again and leads back to this page of the shop.</summary>
    public async Task<string> KeepAsync<TBefore>(TBefore before, string back, CancellationToken cancel)
    {
        var step = new UndoStep
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, UserId = shop.Actor.UserId!.Value, Kind = typeof(TBefore).Name, Before = JsonSerializer.Serialize(before), Back = back, ChangedAt = time.GetUtcNow(),
        };
        await using var write = await db.BeginWriteAsync(cancel);
        db.UndoSteps.Add(step);
        await write.CommitAsync(cancel);
        return $"/{shop.Facts.Slug}/undo/{step.Id}";
    }

    /// <summary>Makes it as it was before a change of one's own, once; tells the page that it was changed on, and what is wrong where it cannot be.</summary>
    public async Task<(string Back, IReadOnlyList<Problem> Problems)> RunAsync(Guid id, Role role, CancellationToken cancel)
    {
        var me = shop.Actor.UserId;
        if (await db.UndoSteps.AsNoTracking().FirstOrDefaultAsync(step => step.Id == id && step.UserId == me, cancel) is not { } step) return ("", [Gone]);
        // A step of an older version of this product may be of a kind that is no more.
        if (services.GetKeyedService<ITakeBack>(step.Kind) is not { } kind || !role.Allows(kind.Needs)) return (step.Back, [Gone]);
        var problems = await kind.RunAsync(step.Before, cancel);
        if (problems.Count > 0) return (step.Back, problems);
        await using var write = await db.BeginWriteAsync(cancel);
        await db.UndoSteps.Where(one => one.Id == id).ExecuteDeleteAsync(cancel);
        await write.CommitAsync(cancel);
        return (step.Back, []);
    }
}
