using ArtisansCorner.Accounts;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Shops;

/// <summary>How shops and who may enter them lie in the database.</summary>
public sealed class ShopsTables :
    IEntityTypeConfiguration<Shop>, IEntityTypeConfiguration<Member>, IEntityTypeConfiguration<Maker>, IEntityTypeConfiguration<ApiToken>, IEntityTypeConfiguration<SavedView>, IEntityTypeConfiguration<UndoStep>, IEntityTypeConfiguration<ClockMove>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Shop> builder)
    {
        builder.ToTable("Shops");
        builder.Property(shop => shop.Slug).HasMaxLength(60);
        builder.Property(shop => shop.Name).HasMaxLength(120);
        builder.Property(shop => shop.TimeZone).HasMaxLength(60);
        builder.Property(shop => shop.Country).HasMaxLength(2);
        builder.Property(shop => shop.Version).IsConcurrencyToken().HasDefaultValue(1);
        builder.Ignore(shop => shop.Facts);
        builder.HasIndex(shop => shop.Slug).IsUnique();
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<ClockMove> builder)
    {
        builder.ToTable("ClockMoves");
        builder.HasKey(move => move.ShopId);
        builder.Property(move => move.FromZone).HasMaxLength(60);
        builder.Property(move => move.ToZone).HasMaxLength(60);
        builder.Ignore(move => move.Share);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("Members");
        builder.HasIndex(member => new { member.ShopId, member.UserId }).IsUnique();
        builder.HasIndex(member => member.UserId);
        builder.HasOne<Shop>().WithMany().HasForeignKey(member => member.ShopId);
        builder.HasOne<User>().WithMany().HasForeignKey(member => member.UserId);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Maker> builder)
    {
        builder.ToTable("Makers");
        builder.Property(maker => maker.Name).HasMaxLength(120);
        builder.Property(maker => maker.Version).HasDefaultValue(1);
        builder.HasOne<Shop>().WithMany().HasForeignKey(maker => maker.ShopId);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("ApiTokens");
        builder.Property(token => token.Name).HasMaxLength(120);
        builder.HasIndex(token => token.Hash).IsUnique();
        builder.HasIndex(token => token.UserId);
        builder.HasOne<User>().WithMany().HasForeignKey(token => token.UserId);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("SavedViews");
        builder.Property(view => view.Name).HasMaxLength(SavedView.LongestName);
        builder.Property(view => view.Address).HasMaxLength(ViewAddress.Longest);
        builder.HasIndex(view => view.ShopId);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<UndoStep> builder)
    {
        builder.ToTable("UndoSteps");
        builder.Property(step => step.Kind).HasMaxLength(60);
        builder.Property(step => step.Back).HasMaxLength(ViewAddress.Longest);
        builder.HasIndex(step => step.ChangedAt);
    }
}

/// <summary>Shops in the database.</summary>
public static class ShopSets
{
    extension(AppDb db)
    {
        /// <summary>Every shop of the installation.</summary>
        public DbSet<Shop> Shops => db.Set<Shop>();

        /// <summary>Who is in the shop.</summary>
        public DbSet<Member> Members => db.Set<Member>();

        /// <summary>Whose work the shop sells.</summary>
        public DbSet<Maker> Makers => db.Set<Maker>();

        /// <summary>Tokens for programs.</summary>
        public DbSet<ApiToken> ApiTokens => db.Set<ApiToken>();

        /// <summary>Pages with their filters and days, under names.</summary>
        public DbSet<SavedView> SavedViews => db.Set<SavedView>();

        /// <summary>How things were before they were changed on pages.</summary>
        public DbSet<UndoStep> UndoSteps => db.Set<UndoStep>();

        /// <summary>How far the facts of shops are moved to new clocks.</summary>
        public DbSet<ClockMove> ClockMoves => db.Set<ClockMove>();
    }
}
