using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory.Valuation;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Inventory;

/// <summary>How the stock ledger, its levels and alerts lie in the database.</summary>
public sealed class InventoryTables :
    IEntityTypeConfiguration<Location>, IEntityTypeConfiguration<FormerTerms>, IEntityTypeConfiguration<StockMovement>, IEntityTypeConfiguration<StockLevel>,
    IEntityTypeConfiguration<PlaceLevel>, IEntityTypeConfiguration<StockAlert>, IEntityTypeConfiguration<AlertChoice>, IEntityTypeConfiguration<ClosedPeriod>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Location> builder)
    {
        builder.ToTable("Locations");
        builder.Property(location => location.Name).HasMaxLength(Location.LongestName);
        builder.Property(location => location.NameKey).HasMaxLength(Location.LongestName);
        builder.Property(location => location.Contact).HasMaxLength(Location.LongestContact);
        builder.Property(location => location.Version).IsConcurrencyToken();
        builder.HasIndex(location => new { location.ShopId, location.NameKey }).IsUnique();
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<FormerTerms> builder)
    {
        builder.ToTable("FormerTerms");
        builder.HasIndex(terms => new { terms.ShopId, terms.LocationId, terms.Until }).IsUnique();
        builder.HasOne<Location>().WithMany().HasForeignKey(terms => terms.LocationId);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<StockMovement> builder)
    {
        builder.ToTable("StockMovements");
        builder.HasIndex(movement => new { movement.ShopId, movement.VariantId, movement.At });
        builder.HasIndex(movement => new { movement.ShopId, movement.Day });
        builder.HasIndex(movement => new { movement.ShopId, movement.Day }, "IX_StockMovements_TruedUp").HasFilter("\"TrueUp\" <> 0");
        builder.HasIndex(movement => movement.ReturnsId).HasFilter("\"ReturnsId\" IS NOT NULL");
        builder.HasIndex(movement => movement.CauseId);
        builder.HasOne<Variant>().WithMany().HasForeignKey(movement => movement.VariantId);
        builder.HasOne<Location>().WithMany().HasForeignKey(movement => movement.LocationId);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<ClosedPeriod> builder)
    {
        builder.ToTable("ClosedPeriods");
        builder.HasIndex(period => new { period.ShopId, period.Through });
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<StockLevel> builder)
    {
        builder.ToTable("StockLevels");
        builder.HasKey(level => new { level.ShopId, level.VariantId });
        builder.HasOne<Variant>().WithMany().HasForeignKey(level => level.VariantId);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<PlaceLevel> builder)
    {
        builder.ToTable("PlaceLevels");
        builder.HasKey(level => new { level.ShopId, level.VariantId, level.LocationId });
        builder.HasIndex(level => new { level.ShopId, level.LocationId });
        builder.HasOne<Variant>().WithMany().HasForeignKey(level => level.VariantId);
        builder.HasOne<Location>().WithMany().HasForeignKey(level => level.LocationId);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<StockAlert> builder)
    {
        builder.ToTable("StockAlerts");
        builder.HasIndex(alert => new { alert.ShopId, alert.VariantId }).IsUnique().HasFilter("\"ResolvedAt\" IS NULL AND \"LocationId\" IS NULL").HasDatabaseName("IX_StockAlerts_Open");
        builder.HasIndex(alert => new { alert.ShopId, alert.VariantId, alert.LocationId })
            .IsUnique().HasFilter("\"ResolvedAt\" IS NULL AND \"LocationId\" IS NOT NULL").HasDatabaseName("IX_StockAlerts_OpenHere");
        builder.HasIndex(alert => new { alert.ShopId, alert.RaisedAt });
        builder.HasOne<Variant>().WithMany().HasForeignKey(alert => alert.VariantId);
        builder.HasOne<Location>().WithMany().HasForeignKey(alert => alert.LocationId);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<AlertChoice> builder)
    {
        builder.ToTable("AlertChoices");
        builder.HasKey(choice => new { choice.ShopId, choice.UserId });
        builder.Property(choice => choice.Site).HasMaxLength(300);
    }
}

/// <summary>The stock in the database.</summary>
public static class InventorySets
{
    extension(AppDb db)
    {
        /// <summary>Where stock lies.</summary>
        public DbSet<Location> Locations => db.Set<Location>();

        /// <summary>What galleries kept before their terms changed.</summary>
        public DbSet<FormerTerms> FormerTerms => db.Set<FormerTerms>();

        /// <summary>The ledger.</summary>
        public DbSet<StockMovement> StockMovements => db.Set<StockMovement>();

        /// <summary>How many there are.</summary>
        public DbSet<StockLevel> StockLevels => db.Set<StockLevel>();

        /// <summary>How many lie in each place.</summary>
        public DbSet<PlaceLevel> PlaceLevels => db.Set<PlaceLevel>();

        /// <summary>What is closed, and what was.</summary>
        public DbSet<ClosedPeriod> ClosedPeriods => db.Set<ClosedPeriod>();

        /// <summary>What became low.</summary>
        public DbSet<StockAlert> StockAlerts => db.Set<StockAlert>();

        /// <summary>How members hear of low stock.</summary>
        public DbSet<AlertChoice> AlertChoices => db.Set<AlertChoice>();
    }
}
