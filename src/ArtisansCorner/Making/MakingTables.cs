using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Making;

/// <summary>How recipes and batches lie in the database.</summary>
public sealed class MakingTables :
    IEntityTypeConfiguration<Recipe>, IEntityTypeConfiguration<RecipeVersion>, IEntityTypeConfiguration<RecipeLine>, IEntityTypeConfiguration<Batch>, IEntityTypeConfiguration<MakingRates>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Recipe> builder)
    {
        builder.ToTable("Recipes");
        builder.Property(recipe => recipe.Version).IsConcurrencyToken();
        builder.HasIndex(recipe => new { recipe.ShopId, recipe.VariantId }).IsUnique();
        builder.HasOne<Variant>().WithMany().HasForeignKey(recipe => recipe.VariantId);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<RecipeVersion> builder)
    {
        builder.ToTable("RecipeVersions");
        builder.Property(version => version.Notes).HasMaxLength(RecipeRules.LongestNotes);
        builder.HasIndex(version => new { version.RecipeId, version.Number }).IsUnique();
        builder.HasOne<Recipe>().WithMany().HasForeignKey(version => version.RecipeId);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<RecipeLine> builder)
    {
        builder.ToTable("RecipeLines");
        builder.HasKey(line => new { line.RecipeVersionId, line.Place });
        builder.Property(line => line.Unit).HasMaxLength(20);
        builder.HasIndex(line => new { line.ShopId, line.VariantId });
        builder.HasOne<RecipeVersion>().WithMany().HasForeignKey(line => line.RecipeVersionId);
        builder.HasOne<Variant>().WithMany().HasForeignKey(line => line.VariantId);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Batch> builder)
    {
        builder.ToTable("Batches");
        builder.Property(batch => batch.Note).HasMaxLength(Batch.LongestNote);
        builder.Ignore(batch => batch.Added);
        builder.HasIndex(batch => new { batch.ShopId, batch.At });
        builder.HasIndex(batch => new { batch.VariantId, batch.At });
        builder.HasIndex(batch => batch.SaleId).HasFilter("\"SaleId\" IS NOT NULL");
        builder.HasOne<RecipeVersion>().WithMany().HasForeignKey(batch => batch.RecipeVersionId);
        builder.HasOne<Variant>().WithMany().HasForeignKey(batch => batch.VariantId);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<MakingRates> builder)
    {
        builder.ToTable("MakingRates");
        builder.HasKey(rates => rates.ShopId);
    }
}

/// <summary>Recipes and batches in the database.</summary>
public static class MakingSets
{
    extension(AppDb db)
    {
        /// <summary>How things are made.</summary>
        public DbSet<Recipe> Recipes => db.Set<Recipe>();

        /// <summary>Every version of every recipe.</summary>
        public DbSet<RecipeVersion> RecipeVersions => db.Set<RecipeVersion>();

        /// <summary>What each version uses up.</summary>
        public DbSet<RecipeLine> RecipeLines => db.Set<RecipeLine>();

        /// <summary>What was made.</summary>
        public DbSet<Batch> Batches => db.Set<Batch>();

        /// <summary>What an hour at the bench costs.</summary>
        public DbSet<MakingRates> MakingRates => db.Set<MakingRates>();
    }
}
