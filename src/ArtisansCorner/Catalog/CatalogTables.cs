using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Catalog;

/// <summary>How products, their tags and variants lie in the database.</summary>
public sealed class CatalogTables : IEntityTypeConfiguration<Product>, IEntityTypeConfiguration<ProductTag>, IEntityTypeConfiguration<Variant>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Product> builder)
    {
        builder.ToTable("Products");
        builder.Property(product => product.Name).HasMaxLength(300);
        builder.Property(product => product.NameSearch).HasMaxLength(Product.LongestSearch);
        builder.Property(product => product.Category).HasMaxLength(ProductRules.LongestCategory);
        builder.Property(product => product.CategoryKey).HasMaxLength(ProductRules.LongestCategory);
        builder.Property(product => product.Version).IsConcurrencyToken();
        builder.HasIndex(product => new { product.ShopId, product.NameSearch });
        builder.HasIndex(product => new { product.ShopId, product.CategoryKey });
        builder.HasIndex(product => new { product.ShopId, product.ImportId });
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<ProductTag> builder)
    {
        builder.ToTable("ProductTags");
        builder.HasKey(tag => new { tag.ProductId, tag.Key });
        builder.Property(tag => tag.Tag).HasMaxLength(ProductRules.LongestTag);
        builder.Property(tag => tag.Key).HasMaxLength(ProductRules.LongestTag);
        builder.HasIndex(tag => new { tag.ShopId, tag.Key });
        builder.HasOne<Product>().WithMany().HasForeignKey(tag => tag.ProductId).OnDelete(DeleteBehavior.Cascade);
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

        /// <summary>The words that products are found under.</summary>
        public DbSet<ProductTag> ProductTags => db.Set<ProductTag>();

        /// <summary>What has a code, a price and a place on the shelf.</summary>
        public DbSet<Variant> Variants => db.Set<Variant>();
    }
}
