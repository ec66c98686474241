using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Webhooks.Incoming;

/// <summary>How sources and what came from them lie in the database.</summary>
public sealed class SourceTables : IEntityTypeConfiguration<WebhookSource>, IEntityTypeConfiguration<WebhookReceipt>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<WebhookSource> builder)
    {
        builder.ToTable("WebhookSources");
        builder.Property(source => source.Token).HasMaxLength(60);
        builder.Property(source => source.Secret).HasMaxLength(2000);
        builder.Property(source => source.NotificationUrl).HasMaxLength(WebhookRules.LongestUrl);
        builder.HasIndex(source => source.Token).IsUnique();
        builder.HasIndex(source => new { source.ShopId, source.CreatedAt });
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<WebhookReceipt> builder)
    {
        builder.ToTable("WebhookReceipts");
        builder.HasKey(receipt => new { receipt.ShopId, receipt.SourceId, receipt.EventId });
        builder.Property(receipt => receipt.EventId).HasMaxLength(200);
        builder.HasIndex(receipt => receipt.ReceivedAt);
        builder.HasOne<WebhookSource>().WithMany().HasForeignKey(receipt => receipt.SourceId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Sources in the database.</summary>
public static class SourceSets
{
    extension(AppDb db)
    {
        /// <summary>Platforms that tell us of their orders.</summary>
        public DbSet<WebhookSource> WebhookSources => db.Set<WebhookSource>();

        /// <summary>What they told and was dealt with.</summary>
        public DbSet<WebhookReceipt> WebhookReceipts => db.Set<WebhookReceipt>();
    }
}
