using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>The place where stock moves when nothing else is said; every shop has one from its first movement on.</summary>
public sealed class DefaultPlace(AppDb db, CurrentShop shop)
{
    /// <summary>What it is called until somebody renames it.</summary>
    public const string Name = "Studio";

    private static readonly PerModel<Func<AppDb, Task<Guid?>>> Id = new(_ => EF.CompileAsyncQuery((AppDb db) =>
        db.Set<Location>().Where(location => location.IsDefault).Select(location => (Guid?)location.Id).FirstOrDefault()));

    /// <summary>Its id, or nothing while nothing moved.</summary>
    public Task<Guid?> FindAsync() => Id.Of(db)(db);

    /// <summary>Its id, inside the transaction that is open; made when there is none yet.</summary>
    public async Task<Guid> IdAsync(CancellationToken cancel) =>
        await FindAsync() ??
        (await db.FindOrAddAsync(
            () => db.Locations.FirstOrDefaultAsync(location => location.IsDefault, cancel),
            () => new Location { Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = Name, NameKey = Location.KeyOf(Name), IsDefault = true },
            cancel)).Id;
}
