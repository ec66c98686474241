namespace ArtisansCorner.Customers;

/// <summary>What buyers tell by what they buy. Knows Sales and Catalog.</summary>
public static class CustomersModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddCustomers(this IServiceCollection services)
    {
        services.AddScoped<PairsQuery>();
        return services;
    }
}
