using ArtisansCorner.Shops;

namespace ArtisansCorner.Payouts;

/// <summary>Money that arrived from channels, and what became of all that buyers paid. Knows Sales.</summary>
public static class PayoutsModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddPayouts(this IServiceCollection services)
    {
        services.AddScoped<PayoutListQuery>();
        services.AddScoped<ReconciliationQuery>();
        services.AddToShopMenu(new ShopMenuEntry(45, "Payouts", "payouts", "payouts", 'y'));
        return services;
    }
}
