using ArtisansCorner.Platform.Database;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Payouts;

/// <summary>How payouts and what they are made of lie in the database.</summary>
public sealed class PayoutsTables : IEntityTypeConfiguration<Payout>, IEntityTypeConfiguration<AccountEntry>, IEntityTypeConfiguration<ChannelRow>
{
    /// <summary>The longest name that a channel may have for a payout or an entry.</summary>
    public const int LongestExternalId = 200;

    /// <summary>The longest title of an entry.</summary>
    public const int LongestTitle = 300;

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Payout> builder)
    {
        builder.ToTable("Payouts");
        builder.Property(payout => payout.ExternalId).HasMaxLength(LongestExternalId);
        builder.Property(payout => payout.Account).HasMaxLength(60);
        builder.HasIndex(payout => new { payout.ShopId, payout.ChannelId, payout.ExternalId }).IsUnique();
        builder.HasIndex(payout => new { payout.ShopId, payout.Day });
        builder.HasIndex(payout => payout.ImportId).HasFilter("\"ImportId\" IS NOT NULL");
        builder.HasOne<Channel>().WithMany().HasForeignKey(payout => payout.ChannelId).OnDelete(DeleteBehavior.Restrict);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<AccountEntry> builder)
    {
        builder.ToTable("AccountEntries");
        builder.Property(entry => entry.ExternalId).HasMaxLength(LongestExternalId);
        builder.Property(entry => entry.Title).HasMaxLength(LongestTitle);
        builder.Property(entry => entry.OrderNumber).HasMaxLength(200);
        builder.Property(entry => entry.PayoutExternalId).HasMaxLength(LongestExternalId);
        builder.HasIndex(entry => new { entry.ShopId, entry.ChannelId, entry.ExternalId }).IsUnique();
        builder.HasIndex(entry => new { entry.ShopId, entry.Day });
        builder.HasIndex(entry => new { entry.ShopId, entry.ChannelId, entry.OrderNumber });
        builder.HasIndex(entry => entry.ImportId).HasFilter("\"ImportId\" IS NOT NULL");
        builder.HasOne<Channel>().WithMany().HasForeignKey(entry => entry.ChannelId).OnDelete(DeleteBehavior.Restrict);
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<ChannelRow> builder)
    {
        builder.ToTable("ChannelRows");
        builder.Property(row => row.Number).HasMaxLength(LongestExternalId);
        builder.Property(row => row.Key).HasMaxLength(LongestExternalId);
        builder.HasIndex(row => new { row.ShopId, row.ChannelId, row.Number, row.ImportId }).IsUnique();
        builder.HasIndex(row => new { row.ShopId, row.ChannelId, row.Key });
        builder.HasIndex(row => new { row.ShopId, row.ChannelId, row.Source, row.Day });
        builder.HasIndex(row => new { row.ImportId, row.Key });
        builder.HasOne<Channel>().WithMany().HasForeignKey(row => row.ChannelId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Payouts in the database.</summary>
public static class PayoutSets
{
    extension(AppDb db)
    {
        /// <summary>Money that arrived from channels.</summary>
        public DbSet<Payout> Payouts => db.Set<Payout>();

        /// <summary>What channels booked in the shop's accounts with them.</summary>
        public DbSet<AccountEntry> AccountEntries => db.Set<AccountEntry>();

        /// <summary>What channels' files told, row by row.</summary>
        public DbSet<ChannelRow> ChannelRows => db.Set<ChannelRow>();
    }
}
