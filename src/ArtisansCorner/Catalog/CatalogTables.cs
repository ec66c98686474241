using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Catalog;

/// <summary>How products and variants lie in the database.</summary>
public sealed class CatalogTables : IEntityTypeConfiguration<Product>, IEntityTypeConfiguration<Variant>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Product> builder)
    {
        builder.ToTable("Products");
        builder.Property(product => product.Name).HasMaxLength(300);
        builder.Property(product => product.NameSearch).HasMaxLength(Product.LongestSearch);
        builder.Property(product => product.Version).IsConcurrencyToken();
        builder.HasIndex(product => new { product.ShopId, product.NameSearch });
        builder.HasIndex(product => new { product.ShopId, product.ImportId });
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Variant> builder)
    {
        builder.ToTable("Variants");
        builder.Property(variant => variant.Title).HasMaxLength(300);
        builder.Property(variant => variant.Sku).HasMaxLength(100);
        builder.Property(variant => variant.SkuKey).HasMaxLength(100);
        builder.Property(variant => variant.Barcode).HasMaxLength(100);
        builder.HasIndex(variant => new { variant.ShopId, variant.SkuKey }).IsUnique();
        builder.HasIndex(variant => variant.ProductId);
        builder.HasOne<Product>().WithMany().HasForeignKey(variant => variant.ProductId);
    }
}

/// <summary>The catalog in the database.</summary>
public static class CatalogSets
{
    extension(AppDb db)
    {
        /// <summary>What is sold.</summary>
        public DbSet<Product> Products => db.Set<Product>();

        /// <summary>What has a code, a price and a place on the shelf.</summary>
        public DbSet<Variant> Variants => db.Set<Variant>();
    }
}
