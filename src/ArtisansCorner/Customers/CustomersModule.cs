using ArtisansCorner.Platform.Jobs;

namespace ArtisansCorner.Customers;

/// <summary>
/// What we learn about customers; who they are lives in Sales, and so do their scores, by which sales are looked at. Knows Sales and Catalog;
/// tells CustomersRescored.
/// </summary>
public static class CustomersModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddCustomers(this IServiceCollection services)
    {
        services.AddScoped<PurchasesQuery>();
        services.AddScoped<RescoreCustomers>();
        services.AddScoped<SegmentsQuery>();
        services.AddJob<RescoreCustomersJob>();
        services.AddScoped<PairsQuery>();
        return services;
    }
}
