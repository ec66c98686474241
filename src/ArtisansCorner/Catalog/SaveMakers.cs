using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Catalog;

/// <summary>Adds makers, renames them, and takes one off the list of whom nothing is.</summary>
public sealed class SaveMakers(AppDb db, CurrentShop shop, Outbox outbox, Repeats repeats)
{
    /// <summary>Adds a maker; tells its id.</summary>
    public Task<Outcome<Guid>> AddAsync(string? name, CancellationToken cancel) => WriteOneAsync(new NamedMaker(null, name), cancel);

    /// <summary>Gives a maker another name, on everything that was theirs too. A version that is not the present one is refused as stale.</summary>
    public Task<Outcome<Guid>> RenameAsync(Guid id, int? version, string? name, CancellationToken cancel) => WriteOneAsync(new NamedMaker(id, name, version), cancel);

    /// <summary>Renames and adds, all of them or none; tells the ids of those that were added. Problems name the field by its place, such as “Makers[0].Name”.</summary>
    public Task<Outcome<IReadOnlyList<Guid>>> RunAsync(IReadOnlyList<NamedMaker> makers, CancellationToken cancel) =>
        db.TryAgainAsync<Outcome<IReadOnlyList<Guid>>>(async () =>
        {
            await using var write = await db.BeginWriteAsync(cancel);
            // Two that add one name at the same moment would not see each other.
            await db.HoldShopAsync(shop.Id, cancel);
            var repeated = await repeats.FindAsync(cancel);
            if (!repeated.Succeeded) return repeated.Problems.ToList();
            if (repeated.Value is { } earlier) return new List<Guid> { earlier };
            var there = await HoldAllAsync(cancel);
            if (MakerRules.Check(makers, there) is { Count: > 0 } problems) return problems;
            var added = Apply(makers, there);
            if (added.Count == 1) repeats.Remember(added[0]);
            await write.CommitAsync(cancel);
            return added;
        });

    /// <summary>Takes a maker off the list; refused where things are theirs, or where nobody would be left. A version that is not the present one is refused as stale.</summary>
    public Task<Outcome<Guid>> RemoveAsync(Guid id, int? version, CancellationToken cancel) => db.TryAgainAsync<Outcome<Guid>>(async () =>
    {
        await using var write = await db.BeginWriteAsync(cancel);
        await db.HoldShopAsync(shop.Id, cancel);
        if (await TakeOffAsync(id, version, cancel) is { } problem) return problem;
        await write.CommitAsync(cancel);
        return id;
    });

    /// <summary>Makes the list what it was before a change, as long as nobody changed that since: all of it or nothing. Tells the shop.</summary>
    public Task<Outcome<Guid>> UndoAsync(MakersBefore before, CancellationToken cancel) => db.TryAgainAsync<Outcome<Guid>>(async () =>
    {
        await using var write = await db.BeginWriteAsync(cancel);
        await db.HoldShopAsync(shop.Id, cancel);
        // Whoever was added goes first, for the name may be that of another before.
        foreach (var id in before.Added)
        {
            if (await TakeOffAsync(id, 1, cancel) is { } problem) return problem;
            await db.SaveChangesAsync(cancel);
        }

        var there = await HoldAllAsync(cancel);
        var gone = before.Were.Where(maker => maker.Version is null && !there.Exists(known => known.Id == maker.Id)).Select(maker => new Maker { Id = maker.Id!.Value, ShopId = shop.Id, Name = maker.Name! }).ToList();
        there.AddRange(gone);
        if (MakerRules.Check(before.Were, there) is [var refused, ..]) return refused with { Field = null };
        db.Makers.AddRange(gone);
        Apply(before.Were, there);
        await write.CommitAsync(cancel);
        return shop.Id;
    });

    private Task<List<Maker>> HoldAllAsync(CancellationToken cancel) => db.Makers.OrderBy(maker => maker.Id).LockedForUpdate().ToListAsync(cancel);

    private async Task<Problem?> TakeOffAsync(Guid id, int? version, CancellationToken cancel)
    {
        // Whoever gives them a product meanwhile holds them too (MakerQuery).
        if (await db.Makers.Where(maker => maker.Id == id).LockedForUpdate().FirstOrDefaultAsync(cancel) is not { } gone) return MakerRules.Unknown;
        if (version is not null && version != gone.Version) return Problem.Stale;
        if (await db.Products.CountAsync(product => product.MakerId == id, cancel) is > 0 and var products)
            return new Problem("has_products", $"{(products == 1 ? "1 product is" : $"{products} products are")} by {gone.Name}. Give {(products == 1 ? "it" : "them")} another maker first.", Kind: ProblemKind.Conflict);
        if (await db.Makers.CountAsync(cancel) == 1) return new Problem("last_maker", "A shop has at least one maker.", Kind: ProblemKind.Conflict);
        db.Makers.Remove(gone);
        return null;
    }

    private async Task<Outcome<Guid>> WriteOneAsync(NamedMaker maker, CancellationToken cancel)
    {
        var written = await RunAsync([maker], cancel);
        return written.Succeeded ? maker.Id ?? written.Value[0] : written.Problems.Select(problem => problem.Field is null ? problem : problem with { Field = nameof(NamedMaker.Name) }).ToList();
    }

    private List<Guid> Apply(IReadOnlyList<NamedMaker> makers, List<Maker> there)
    {
        List<Guid> added = [];
        foreach (var (name, known) in makers.Select(maker => (maker.Name!.Trim(), there.Find(known => known.Id == maker.Id))))
        {
            if (known is null)
            {
                added.Add(Guid.CreateVersion7());
                db.Makers.Add(new Maker { Id = added[^1], ShopId = shop.Id, Name = name });
            }
            else if (known.Name != name)
            {
                (known.Name, known.Version) = (name, known.Version + 1);
                db.Makers.Update(known);
                outbox.Add(new MakerRenamed(known.Id));
            }
        }

        return added;
    }
}
