using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Sales.Consigning;
using ArtisansCorner.Shops;

namespace ArtisansCorner.Sales;

/// <summary>Sales and what follows them. Knows Catalog and Inventory; tells SalesChanged, SaleRecorded and SaleRefunded.</summary>
public static class SalesModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddSales(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<SaleParties>();
        services.AddScoped<OnePieces>();
        services.AddScoped<TakenPieces>();
        services.AddScoped<NumberedFees>();
        services.AddScoped<WriteSales>();
        services.AddSingleton<SaleQueue>();
        services.AddScoped<RecordSale>();
        services.AddScoped<RecordBatch>();
        services.AddScoped<CorrectSale>();
        services.AddScoped<RefundSale>();
        services.AddScoped<CancelSales>();
        services.AddScoped<SendReceipt>();
        services.AddScoped<SentReceipts>();
        services.AddSingleton(new ReceiptSettings(configuration.GetValue("Limits:ReceiptsPerHour", 100)));
        services.AddScoped<RecordManySales>();
        services.AddScoped<WithdrawSales>();
        services.AddScoped<AttachFees>();
        services.React<CostsChanged, FollowCosts>();
        services.AddScoped<MoveDay>();
        services.React<TimeZoneChanged, MoveDays>();
        services.React<DaysMoving, MoveDays>();
        services.AddScoped<SaleListQuery>();
        services.AddScoped<SaleQuery>();
        services.AddScoped<GalleryStatementQuery>();
        services.AddScoped<RecordGalleryPayment>();
        services.AddScoped<SliceNames>();
        services.AddScoped<SliceOptions>();
        services.AddScoped<SaleDraftQuery>();
        services.AddToShopMenu(new ShopMenuEntry(20, "Sales", "sales", "sales", 's'));
        return services;
    }
}
