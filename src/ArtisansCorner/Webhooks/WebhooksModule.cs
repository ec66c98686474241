using ArtisansCorner.Importing;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Jobs;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Sales;
using ArtisansCorner.Shops;
using ArtisansCorner.Webhooks.Incoming;

namespace ArtisansCorner.Webhooks;

/// <summary>
/// Tells programs outside what happens in a shop, and hears what selling platforms tell. Knows Catalog, Inventory, Sales and Importing,
/// to whose events it reacts and through whose verbs it writes; tells nobody in here anything.
/// </summary>
public static class WebhooksModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(WebhookSettings.Of(configuration));
        services.AddSingleton(Random.Shared);
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton<SendWebhook>();
        services.AddSingleton<DeliverySignal>();
        services.AddHostedService<DeliveryWorker>();
        services.AddJob<PruneDeliveriesJob>();
        services.AddScoped<Deliver>();
        services.AddScoped<Announce>();
        services.AddScoped<SubscribeWebhook>();
        services.AddScoped<ChangeWebhook>();
        services.AddScoped<SendAgain>();
        services.AddScoped<WebhookQuery>();
        services.AddScoped<DeliveryListQuery>();
        services.AddScoped<ConnectSource>();
        services.AddScoped<SourceQuery>();
        services.AddScoped<ApplyTold>();
        services.AddScoped<ReceiveEvent>();
        services.AddSingleton(new SettingsLink("Webhooks", "settings/webhooks", "code", "Tell other programs what happens here, and let platforms tell us."));
        services.React<SaleRecorded, AnnounceSales>();
        services.React<SaleRefunded, AnnounceSales>();
        services.React<StockLow, AnnounceStock>();
        services.React<ImportFinished, AnnounceImports>();
        return services;
    }
}
