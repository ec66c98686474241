using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>The place where stock moves when nothing else is said; every shop has one from its first movement on.</summary>
public sealed class DefaultPlace(AppDb db, CurrentShop shop)
{
    /// <summary>What it is called until somebody renames it.</summary>
    public const string Name = "Studio";

    /// <summary>Its id, inside the transaction that is open; made when there is none yet.</summary>
    public async Task<Guid> IdAsync(CancellationToken cancel) =>
        await db.Locations.Where(location => location.IsDefault).Select(location => (Guid?)location.Id).FirstOrDefaultAsync(cancel) ??
        (await db.FindOrAddAsync(
            () => db.Locations.FirstOrDefaultAsync(location => location.IsDefault, cancel),
            () => new Location { Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = Name, NameKey = Location.KeyOf(Name), IsDefault = true },
            cancel)).Id;
}
