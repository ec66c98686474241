using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Shops;

/// <summary>A view to be saved.</summary>
/// <param name="Name">What it is to be called.</param>
/// <param name="Address">The page with its query.</param>
public sealed record NewView(string? Name, string? Address);

/// <summary>Saves what is looked at under a name, renames it, takes it away, and brings it back.</summary>
public sealed class SaveView(AppDb db, CurrentShop shop, Repeats repeats, TimeProvider time)
{
    private const int Most = 200;

    /// <summary>What is said of an id that is none of this shop.</summary>
    public static Problem Unknown => new("unknown_view", "There is no such view.", Kind: ProblemKind.NotFound);

    /// <summary>Saves a view; tells its id.</summary>
    public async Task<Outcome<Guid>> RunAsync(NewView input, CancellationToken cancel)
    {
        var address = ViewAddress.Read(input.Address, shop.Facts.Slug);
        if (Check(input.Name) is { } problem) return new List<Problem>([problem, .. address.Problems]);
        if (!address.Succeeded) return address.Problems.ToList();
        return await db.TryAgainAsync<Outcome<Guid>>(async () =>
        {
            await using var write = await db.BeginWriteAsync(cancel);
            var repeated = await repeats.FindAsync(cancel);
            if (!repeated.Succeeded) return repeated.Problems.ToList();
            if (repeated.Value is { } earlier) return earlier;
            if (await db.SavedViews.CountAsync(row => row.RemovedAt == null, cancel) >= Most) return new Problem("too_many_views", $"A shop keeps at most {Most} views; take one away first.", Kind: ProblemKind.Conflict);
            var view = new SavedView
            {
                Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = input.Name!.Trim(), Address = address.Value, CreatedAt = time.GetUtcNow(), CreatedBy = shop.Actor.UserId,
            };
            db.SavedViews.Add(view);
            repeats.Remember(view.Id);
            await write.CommitAsync(cancel);
            return view.Id;
        });
    }

    /// <summary>Gives a view another name.</summary>
    public async Task<Outcome<Guid>> RenameAsync(Guid id, string? name, CancellationToken cancel) =>
        Check(name) is { } problem ? problem : await WriteAsync(id, removed: false, view => view.Name = name!.Trim(), cancel);

    /// <summary>Takes a view away.</summary>
    public Task<Outcome<Guid>> RemoveAsync(Guid id, CancellationToken cancel) => WriteAsync(id, removed: false, view => view.RemovedAt = time.GetUtcNow(), cancel);

    /// <summary>Brings a view back that was taken away.</summary>
    public Task<Outcome<Guid>> RestoreAsync(Guid id, CancellationToken cancel) => WriteAsync(id, removed: true, view => view.RemovedAt = null, cancel);

    private async Task<Outcome<Guid>> WriteAsync(Guid id, bool removed, Action<SavedView> change, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var view = await db.SavedViews.FirstOrDefaultAsync(row => row.Id == id && row.RemovedAt != null == removed, cancel);
        if (view is null) return Unknown;
        change(view);
        await write.CommitAsync(cancel);
        return id;
    }

    private static Problem? Check(string? name) =>
        string.IsNullOrWhiteSpace(name) ? new("name_missing", "What is it to be called?", "Name")
        : name.Trim().Length > SavedView.LongestName ? new("name_too_long", $"A name has at most {SavedView.LongestName} characters.", "Name")
        : null;
}
