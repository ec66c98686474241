using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Webhooks;

/// <summary>How subscriptions and deliveries lie in the database.</summary>
public sealed class WebhooksTables : IEntityTypeConfiguration<WebhookSubscription>, IEntityTypeConfiguration<WebhookDelivery>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<WebhookSubscription> builder)
    {
        builder.ToTable("WebhookSubscriptions");
        builder.Property(subscription => subscription.Url).HasMaxLength(WebhookRules.LongestUrl);
        builder.Property(subscription => subscription.Secret).HasMaxLength(1000);
        builder.Property(subscription => subscription.PreviousSecret).HasMaxLength(1000);
        builder.Property(subscription => subscription.OffReason).HasMaxLength(500);
        builder.Property(subscription => subscription.Version).IsConcurrencyToken();
        builder.HasIndex(subscription => new { subscription.ShopId, subscription.CreatedAt });
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("WebhookDeliveries");
        builder.Property(delivery => delivery.Event).HasMaxLength(40);
        builder.Property(delivery => delivery.Answer).HasMaxLength(WebhookDelivery.LongestAnswer);
        builder.Property(delivery => delivery.Failure).HasMaxLength(500);
        builder.HasIndex(delivery => new { delivery.ShopId, delivery.SubscriptionId, delivery.EventId }).IsUnique();
        builder.HasIndex(delivery => new { delivery.SubscriptionId, delivery.CreatedAt, delivery.Id });
        builder.HasIndex(delivery => delivery.NextAt).HasFilter("\"NextAt\" IS NOT NULL");
        builder.HasIndex(delivery => delivery.CreatedAt);
        builder.HasOne<WebhookSubscription>().WithMany().HasForeignKey(delivery => delivery.SubscriptionId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Webhooks in the database.</summary>
public static class WebhookSets
{
    extension(AppDb db)
    {
        /// <summary>Who wants to be told.</summary>
        public DbSet<WebhookSubscription> WebhookSubscriptions => db.Set<WebhookSubscription>();

        /// <summary>What was told, and what will be.</summary>
        public DbSet<WebhookDelivery> WebhookDeliveries => db.Set<WebhookDelivery>();
    }
}
