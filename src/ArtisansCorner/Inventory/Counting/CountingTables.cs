using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Inventory.Counting;

/// <summary>How counts lie in the database.</summary>
public sealed class CountingTables : IEntityTypeConfiguration<Stocktake>, IEntityTypeConfiguration<StocktakeLine>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Stocktake> builder)
    {
        builder.ToTable("Stocktakes");
        builder.Ignore(stocktake => stocktake.IsOpen);
        builder.HasIndex(stocktake => new { stocktake.ShopId, stocktake.StartedAt });
        builder.HasOne<Location>().WithMany().HasForeignKey(stocktake => stocktake.LocationId);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<StocktakeLine> builder)
    {
        builder.ToTable("StocktakeLines");
        builder.HasKey(line => new { line.StocktakeId, line.VariantId });
        builder.HasOne<Stocktake>().WithMany().HasForeignKey(line => line.StocktakeId);
        builder.HasOne<Variant>().WithMany().HasForeignKey(line => line.VariantId);
    }
}

/// <summary>Counts in the database.</summary>
public static class CountingSets
{
    extension(AppDb db)
    {
        /// <summary>The counts.</summary>
        public DbSet<Stocktake> Stocktakes => db.Set<Stocktake>();

        /// <summary>What was counted in them.</summary>
        public DbSet<StocktakeLine> StocktakeLines => db.Set<StocktakeLine>();
    }
}
