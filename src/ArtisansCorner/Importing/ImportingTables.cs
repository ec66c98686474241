using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Importing;

/// <summary>How imports lie in the database.</summary>
public sealed class ImportingTables : IEntityTypeConfiguration<Import>
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
}

/// <summary>Imports in the database.</summary>
public static class ImportSets
{
    extension(AppDb db)
    {
        /// <summary>Files that were brought in.</summary>
        public DbSet<Import> Imports => db.Set<Import>();
    }
}
