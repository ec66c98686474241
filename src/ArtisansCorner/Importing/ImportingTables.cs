using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Importing;

/// <summary>How imports lie in the database.</summary>
public sealed class ImportingTables : IEntityTypeConfiguration<Import>, IEntityTypeConfiguration<ImportMapping>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.ToTable("Imports");
        builder.Property(import => import.FileName).HasMaxLength(260);
        builder.Property(import => import.Format).HasMaxLength(60);
        builder.Property(import => import.Error).HasMaxLength(1000);
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
    }
}
