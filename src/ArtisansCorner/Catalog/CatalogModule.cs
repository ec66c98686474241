namespace ArtisansCorner.Catalog;

/// <summary>What is sold. Knows Shops; tells ProductChanged.</summary>
public static class CatalogModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddCatalog(this IServiceCollection services)
    {
        services.AddScoped<CreateProduct>();
        services.AddScoped<ChangeProduct>();
        services.AddScoped<ProductQueries>();
        services.AddScoped<LabelsQuery>();
        return services;
    }
}
