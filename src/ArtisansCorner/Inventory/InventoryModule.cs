using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory.Counting;
using ArtisansCorner.Inventory.Purchasing;
using ArtisansCorner.Inventory.Reserving;
using ArtisansCorner.Inventory.Valuation;
using ArtisansCorner.Platform.Jobs;
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
        services.AddScoped<RecountStock>();
        services.AddScoped<ClosedPeriods>();
        services.AddScoped<CostLinksQuery>();
        services.AddScoped<Revalue>();
        services.React<StockStale, RevalueLater>();
        services.AddSingleton<StopToken>();
        services.AddScoped<SellingAlerts>();
        services.AddScoped<MailAlerts>();
        services.AddScoped<ChooseAlertMail>();
        services.AddTakeBack<AlertMailBefore, ChooseAlertMail>(Permission.View, (choose, before, cancel) => choose.UndoAsync(before, cancel));
        services.AddJob<AlertDigestJob>();
        services.React<StockLow, MailAlerts>();
        services.AddScoped<MoveStock>();
        services.AddScoped<Places>();
        services.AddScoped<CreateLocation>();
        services.AddScoped<ChangeLocation>();
        services.AddTakeBack<PlaceBefore, ChangeLocation>(Permission.ManageStock, (change, before, cancel) => change.UndoAsync(before, cancel));
        services.AddScoped<LocationQuery>();
        services.AddScoped<MovePieces>();
        services.AddScoped<UndoMove>();
        services.AddScoped<SnoozeAlert>();
        services.AddTakeBack<AlertQuietBefore, SnoozeAlert>(Permission.ManageStock, (snooze, before, cancel) => snooze.WakeAsync(before.Id, cancel));
        services.AddScoped<EditItems>();
        services.AddScoped<WatchItem>();
        services.AddTakeBack<ThresholdsBefore, WatchItem>(Permission.ManageStock, (watch, before, cancel) => watch.UndoAsync(before, cancel));
        services.AddScoped<StartProduct>();
        services.AddScoped<UndoMovement>();
        services.AddScoped<CountStock>();
        services.AddScoped<FinishStocktake>();
        services.AddScoped<StocktakeQuery>();
        services.AddScoped<Reserve>();
        services.AddTakeBack<ReservationBefore, Reserve>(Permission.ManageStock, (keep, before, cancel) => keep.ChangeAsync(before.Id, before.Version, before.Was, cancel));
        services.AddScoped<ReservationQuery>();
        services.AddScoped<SaveSupplier>();
        services.AddTakeBack<SupplierBefore, SaveSupplier>(Permission.ManageStock, (save, before, cancel) => save.UndoAsync(before, cancel));
        services.AddScoped<PurchaseLines>();
        services.AddScoped<ArrivalLines>();
        services.AddScoped<CostArrivals>();
        services.AddScoped<SavePurchase>();
        services.AddTakeBack<PurchaseBefore, SavePurchase>(Permission.ManageStock, (save, before, cancel) => save.ChangeAsync(before.Id, before.Version, before.Was, cancel));
        services.AddScoped<ReceivePurchase>();
        services.AddScoped<PurchaseQuery>();
        services.AddScoped<SendOrder>();
        services.AddScoped<ReorderQuery>();
        services.AddScoped<MovementQuery>();
        services.AddScoped<ItemQuery>();
        services.AddScoped<ItemCourseQuery>();
        services.AddScoped<ValuationQuery>();
        services.AddScoped<ClosePeriod>();
        services.AddTakeBack<PeriodBefore, ClosePeriod>(Permission.ManageShop, (close, before, cancel) => close.RunAsync(before.Through, cancel));
        services.AddScoped<StockQueries>();
        services.AddScoped<AlertQuery>();
        services.AddToShopMenu(new ShopMenuEntry(30, "Inventory", "inventory", "inventory", 'i'));
        services.React<StockChanged, TellOpenPages>();
        services.React<ProductChanged, RecheckAlerts>();
        services.React<DefaultThresholdChanged, RecheckAlerts>();
        return services;
    }
}
