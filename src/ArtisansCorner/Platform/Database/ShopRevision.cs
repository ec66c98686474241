using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Platform.Database;

/// <summary>
/// Counts the commits inside one shop: while the number stands, nothing of the shop has changed, on whatever server.
/// It is counted in the transaction itself, so whoever reads it before reading anything else never takes the old for the new.
/// </summary>
public sealed class ShopRevision : IBelongsToShop
{
    private static readonly PerModel<Func<AppDb, Task<long>>> Current = new(_ =>
        EF.CompileAsyncQuery((AppDb db) => db.Set<ShopRevision>().Select(revision => revision.Number).SingleOrDefault()));

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The number.</summary>
    public long Number { get; set; }

    /// <summary>The number of the current shop.</summary>
    public static Task<long> ReadAsync(AppDb db) => Current.Of(db)(db);

    /// <summary>Counts a commit of the current shop: the last statement before it, for the row is locked until it stands.</summary>
    internal static void Count(AppDb db) => db.Rows.Count(new ShopRevision { ShopId = db.CurrentShopId, Number = 1 });
}

/// <summary>How revisions lie in the database.</summary>
public sealed class ShopRevisionTable : IEntityTypeConfiguration<ShopRevision>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<ShopRevision> builder)
    {
        builder.ToTable("ShopRevisions");
        builder.HasKey(revision => revision.ShopId);
    }
}
