using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Catalog;

/// <summary>A maker as it is to be.</summary>
/// <param name="Id">Which; nothing for a further one.</param>
/// <param name="Name">The name.</param>
public sealed record NamedMaker(Guid? Id, string? Name);

/// <summary>Adds makers, renames them, and takes one off the list of whom nothing is.</summary>
public sealed class SaveMakers(AppDb db, CurrentShop shop, Outbox outbox, Repeats repeats)
{
    /// <summary>A shop has at most so many.</summary>
    public const int Most = 100;

    /// <summary>No name is longer.</summary>
    public const int LongestName = 120;

    /// <summary>What is said of an id that is none of this shop.</summary>
    public static Problem Unknown => new("unknown_maker", "There is no such maker.", Kind: ProblemKind.NotFound);

    /// <summary>Adds a maker; tells its id.</summary>
    public Task<Outcome<Guid>> AddAsync(string? name, CancellationToken cancel) => WriteOneAsync(new NamedMaker(null, name), cancel);

    /// <summary>Gives a maker another name, on everything that was theirs too.</summary>
    public Task<Outcome<Guid>> RenameAsync(Guid id, string? name, CancellationToken cancel) => WriteOneAsync(new NamedMaker(id, name), cancel);

    /// <summary>Renames and adds, all of them or none; tells the ids of those that were added. Problems name the field by its place, such as “Makers[0].Name”.</summary>
    public Task<Outcome<IReadOnlyList<Guid>>> RunAsync(IReadOnlyList<NamedMaker> makers, CancellationToken cancel) =>
        db.TryAgainAsync<Outcome<IReadOnlyList<Guid>>>(async () =>
        {
            await using var write = await db.BeginWriteAsync(cancel);
            var repeated = await repeats.FindAsync(cancel);
            if (!repeated.Succeeded) return repeated.Problems.ToList();
            if (repeated.Value is { } earlier) return new List<Guid> { earlier };
            var there = await db.Makers.ToListAsync(cancel);
            if (Check(makers, there) is { Count: > 0 } problems) return problems;
            List<Guid> added = [];
            foreach (var maker in makers) Apply(maker, there, added);
            if (added.Count == 1) repeats.Remember(added[0]);
            await write.CommitAsync(cancel);
            return added;
        });

    /// <summary>Takes a maker off the list; refused where things are theirs, or where nobody would be left.</summary>
    public Task<Outcome<Guid>> RemoveAsync(Guid id, CancellationToken cancel) => db.TryAgainAsync<Outcome<Guid>>(async () =>
    {
        await using var write = await db.BeginWriteAsync(cancel);
        // Whoever gives them a product meanwhile holds them too (MakerQuery).
        if (await db.Makers.Where(maker => maker.Id == id).LockedForUpdate().FirstOrDefaultAsync(cancel) is not { } gone) return Unknown;
        if (await db.Products.CountAsync(product => product.MakerId == id, cancel) is > 0 and var products)
            return new Problem("has_products", $"{(products == 1 ? "1 product is" : $"{products} products are")} by {gone.Name}. Give {(products == 1 ? "it" : "them")} another maker first.", Kind: ProblemKind.Conflict);
        if (await db.Makers.CountAsync(cancel) == 1) return new Problem("last_maker", "A shop has at least one maker.", Kind: ProblemKind.Conflict);
        db.Makers.Remove(gone);
        await write.CommitAsync(cancel);
        return id;
    });

    private async Task<Outcome<Guid>> WriteOneAsync(NamedMaker maker, CancellationToken cancel)
    {
        var written = await RunAsync([maker], cancel);
        return written.Succeeded ? maker.Id ?? written.Value[0] : written.Problems.Select(problem => problem.Field is null ? problem : problem with { Field = nameof(NamedMaker.Name) }).ToList();
    }

    // Two may take each other's name: what counts is how all are called in the end. Files find makers by their names, written as SearchText writes them.
    private static List<Problem> Check(IReadOnlyList<NamedMaker> makers, List<Maker> there)
    {
        if (makers.Any(maker => maker.Id is { } id && !there.Exists(known => known.Id == id))) return [Unknown];
        if (there.Count + makers.Count(maker => maker.Id is null) > Most) return [new("too_many_makers", $"A shop has at most {Most} makers.", Kind: ProblemKind.Conflict)];
        var taken = there.Where(known => makers.All(maker => maker.Id != known.Id)).Select(known => SearchText.Of(known.Name)).ToHashSet(StringComparer.Ordinal);
        List<Problem> problems = [];
        foreach (var (index, maker) in makers.Index())
        {
            var name = maker.Name?.Trim() ?? "";
            var (code, words) = name.Length == 0 ? ("name_missing", "Who is it? A maker needs a name.")
                : name.Length > LongestName ? ("name_too_long", $"A name has at most {LongestName} characters.")
                : !taken.Add(SearchText.Of(name)) ? ("name_taken", $"There is a maker called {name} already.")
                : ("", "");
            if (code.Length > 0) problems.Add(new(code, words, $"Makers[{index}].Name"));
        }

        return problems;
    }

    private void Apply(NamedMaker input, List<Maker> there, List<Guid> added)
    {
        var name = input.Name!.Trim();
        if (input.Id is not { } id)
        {
            added.Add(Guid.CreateVersion7());
            db.Makers.Add(new Maker { Id = added[^1], ShopId = shop.Id, Name = name });
            return;
        }

        var known = there.Find(maker => maker.Id == id)!;
        if (known.Name == name) return;
        known.Name = name;
        outbox.Add(new MakerRenamed(id));
    }
}
