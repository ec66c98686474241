using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Matching;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Importing;

/// <summary>How imports lie in the database.</summary>
public sealed class ImportingTables : IEntityTypeConfiguration<Import>, IEntityTypeConfiguration<ImportMapping>, IEntityTypeConfiguration<ProductAlias>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.ToTable("Imports");
        builder.Property(import => import.FileName).HasMaxLength(260);
        builder.Property(import => import.Format).HasMaxLength(60);
        builder.Property(import => import.Error).HasMaxLength(Import.LongestError);
        builder.HasIndex(import => new { import.ShopId, import.CreatedAt });
        builder.HasIndex(import => import.Status);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<ImportMapping> builder)
    {
        builder.ToTable("ImportMappings");
        builder.Property(mapping => mapping.Fingerprint).HasMaxLength(32);
        builder.Property(mapping => mapping.Format).HasMaxLength(60);
        builder.Ignore(mapping => mapping.Choice);
        builder.HasIndex(mapping => new { mapping.ShopId, mapping.Fingerprint }).IsUnique();
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<ProductAlias> builder)
    {
        builder.ToTable("ProductAliases");
        builder.Property(alias => alias.Title).HasMaxLength(ProductAlias.LongestTitle);
        builder.Property(alias => alias.TitleKey).HasMaxLength(ProductAlias.LongestTitle);
        builder.HasIndex(alias => new { alias.ShopId, alias.TitleKey }, "IX_ProductAliases_AnyChannel").IsUnique().HasFilter("\"ChannelId\" IS NULL");
        builder.HasIndex(alias => new { alias.ShopId, alias.TitleKey, alias.ChannelId }, "IX_ProductAliases_Channel").IsUnique().HasFilter("\"ChannelId\" IS NOT NULL");
        builder.HasIndex(alias => new { alias.ShopId, alias.CreatedAt });
        builder.HasOne<Variant>().WithMany().HasForeignKey(alias => alias.VariantId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Channel>().WithMany().HasForeignKey(alias => alias.ChannelId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Imports in the database.</summary>
public static class ImportSets
{
    extension(AppDb db)
    {
        /// <summary>Files that were brought in.</summary>
        public DbSet<Import> Imports => db.Set<Import>();

        /// <summary>What was said of files, remembered for the next.</summary>
        public DbSet<ImportMapping> ImportMappings => db.Set<ImportMapping>();

        /// <summary>What titles were said to be.</summary>
        public DbSet<ProductAlias> ProductAliases => db.Set<ProductAlias>();
    }
}
