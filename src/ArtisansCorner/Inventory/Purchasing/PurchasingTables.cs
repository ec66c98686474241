using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>How suppliers and purchases lie in the database.</summary>
public sealed class PurchasingTables : IEntityTypeConfiguration<Supplier>, IEntityTypeConfiguration<Purchase>, IEntityTypeConfiguration<PurchaseLine>, IEntityTypeConfiguration<Receipt>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Supplier> builder)
    {
        builder.ToTable("Suppliers");
        builder.Property(supplier => supplier.Name).HasMaxLength(Supplier.LongestName);
        builder.Property(supplier => supplier.NameKey).HasMaxLength(Supplier.LongestName);
        builder.HasIndex(supplier => new { supplier.ShopId, supplier.NameKey }).IsUnique();
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Purchase> builder)
    {
        builder.ToTable("Purchases");
        builder.Property(purchase => purchase.Reference).HasMaxLength(Purchase.LongestReference);
        builder.Property(purchase => purchase.Note).HasMaxLength(Purchase.LongestNote);
        builder.HasIndex(purchase => new { purchase.ShopId, purchase.Number }).IsUnique();
        builder.HasIndex(purchase => new { purchase.ShopId, purchase.RecordedAt });
        builder.HasIndex(purchase => purchase.ImportId).HasFilter("\"ImportId\" IS NOT NULL");
        builder.HasOne<Supplier>().WithMany().HasForeignKey(purchase => purchase.SupplierId);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<PurchaseLine> builder)
    {
        builder.ToTable("PurchaseLines");
        builder.HasKey(line => new { line.PurchaseId, line.Place });
        builder.Property(line => line.Unit).HasMaxLength(20);
        builder.HasIndex(line => line.VariantId).HasFilter("\"Incoming\" > 0").HasDatabaseName("IX_PurchaseLines_Incoming");
        builder.HasOne<Purchase>().WithMany().HasForeignKey(line => line.PurchaseId);
        builder.HasOne<Variant>().WithMany().HasForeignKey(line => line.VariantId);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.ToTable("Receipts");
        builder.HasIndex(receipt => receipt.PurchaseId);
        builder.HasOne<Purchase>().WithMany().HasForeignKey(receipt => receipt.PurchaseId);
        builder.HasOne<Location>().WithMany().HasForeignKey(receipt => receipt.LocationId);
    }
}

/// <summary>What is bought, in the database.</summary>
public static class PurchasingSets
{
    extension(AppDb db)
    {
        /// <summary>Who goods are bought from.</summary>
        public DbSet<Supplier> Suppliers => db.Set<Supplier>();

        /// <summary>What was ordered.</summary>
        public DbSet<Purchase> Purchases => db.Set<Purchase>();

        /// <summary>The lines of it.</summary>
        public DbSet<PurchaseLine> PurchaseLines => db.Set<PurchaseLine>();

        /// <summary>What came of it when.</summary>
        public DbSet<Receipt> Receipts => db.Set<Receipt>();
    }
}
