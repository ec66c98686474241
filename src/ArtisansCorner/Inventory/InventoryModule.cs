using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Shops;

namespace ArtisansCorner.Inventory;

/// <summary>What is there: the stock ledger, levels, places, alerts. Knows Catalog; tells StockChanged and StockLow, and open pages when stock moved.</summary>
public static class InventoryModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddInventory(this IServiceCollection services)
    {
        services.AddScoped<DefaultPlace>();
        services.AddScoped<StockLedger>();
        services.AddScoped<RaiseAlerts>();
        services.AddScoped<MoveStock>();
        services.AddScoped<Places>();
        services.AddScoped<CreateLocation>();
        services.AddScoped<ChangeLocation>();
        services.AddScoped<LocationQuery>();
        services.AddScoped<MovePieces>();
        services.AddScoped<UndoMove>();
        services.AddScoped<SnoozeAlert>();
        services.AddScoped<StartProduct>();
        services.AddScoped<UndoMovement>();
        services.AddScoped<ItemQuery>();
        services.AddScoped<StockQueries>();
        services.AddToShopMenu(new ShopMenuEntry(30, "Inventory", "inventory", "inventory", 'i'));
        services.React<StockChanged, TellOpenPages>();
        services.React<ProductChanged, RecheckAlerts>();
        return services;
    }
}
