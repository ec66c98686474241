using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Catalog;

/// <summary>How products, their tags and variants lie in the database.</summary>
public sealed class CatalogTables : IEntityTypeConfiguration<Product>, IEntityTypeConfiguration<ProductTag>, IEntityTypeConfiguration<Variant>, IEntityTypeConfiguration<ProductChange>, IEntityTypeConfiguration<Photo>
{
    /// <summary>The name of the filter that keeps materials out of what is sold.</summary>
    public const string ForSaleFilter = "for sale";

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Product> builder)
    {
        builder.ToTable("Products");
        builder.Property(product => product.Name).HasMaxLength(300);
        builder.Property(product => product.NameSearch).HasMaxLength(Product.LongestSearch);
        builder.Property(product => product.Category).HasMaxLength(ProductRules.LongestCategory);
        builder.Property(product => product.CategoryKey).HasMaxLength(ProductRules.LongestCategory);
        builder.Property(product => product.Description).HasMaxLength(ProductRules.LongestDescription);
        builder.Property(product => product.Version).IsConcurrencyToken();
        builder.HasQueryFilter(ForSaleFilter, product => !product.IsMaterial);
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
        builder.Property(variant => variant.Unit).HasMaxLength(20);
        builder.Property(variant => variant.PurchaseUnit).HasMaxLength(20);
        builder.HasQueryFilter(ForSaleFilter, variant => variant.Unit == null);
        // What is sold and what is used up have codes of their own: a sheet of sales never meets a material.
        builder.HasIndex(variant => new { variant.ShopId, variant.SkuKey }, "IX_Variants_Sku").IsUnique().HasFilter("\"Unit\" IS NULL");
        builder.HasIndex(variant => new { variant.ShopId, variant.SkuKey }, "IX_Variants_MaterialSku").IsUnique().HasFilter("\"Unit\" IS NOT NULL");
        builder.Property(variant => variant.Search).HasMaxLength(Variant.LongestSearch).IsFoundAnywhere();
        // In the order of lists and with all that a search needs, so that it reads no row it does not find.
        builder.HasIndex(variant => new { variant.ShopId, variant.Id, variant.Search, variant.ProductId }, "IX_Variants_Search").HasFilter("\"Unit\" IS NULL");
        builder.HasIndex(variant => variant.ProductId);
        builder.HasOne<Product>().WithMany().HasForeignKey(variant => variant.ProductId);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<ProductChange> builder)
    {
        builder.ToTable("ProductChanges");
        builder.HasIndex(change => new { change.ProductId, change.At });
        builder.HasIndex(change => new { change.ShopId, change.BatchId });
        builder.HasOne<Product>().WithMany().HasForeignKey(change => change.ProductId).OnDelete(DeleteBehavior.Cascade);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Photo> builder)
    {
        builder.ToTable("Photos");
        builder.HasIndex(photo => new { photo.ProductId, photo.Place });
        builder.HasIndex(photo => photo.RemovedAt);
        builder.HasOne<Product>().WithMany().HasForeignKey(photo => photo.ProductId).OnDelete(DeleteBehavior.Cascade);
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

        /// <summary>What is sold, and what is used up to make it.</summary>
        public IQueryable<Product> ProductsAndMaterials => db.Products.IgnoreQueryFilters([CatalogTables.ForSaleFilter]);

        /// <summary>The variants of what is sold, and what is used up to make it.</summary>
        public IQueryable<Variant> VariantsAndMaterials => db.Variants.IgnoreQueryFilters([CatalogTables.ForSaleFilter]);

        /// <summary>What became of products.</summary>
        public DbSet<ProductChange> ProductChanges => db.Set<ProductChange>();

        /// <summary>Pictures of products.</summary>
        public DbSet<Photo> Photos => db.Set<Photo>();
    }
}
