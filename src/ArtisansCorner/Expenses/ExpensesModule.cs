using ArtisansCorner.Shops;

namespace ArtisansCorner.Expenses;

/// <summary>
/// What is spent on the business beside goods and materials. Knows nothing of sales; stands to the left of figures and reports, which may take it
/// off what was earned.
/// </summary>
public static class ExpensesModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddExpenses(this IServiceCollection services)
    {
        services.AddScoped<SaveExpense>();
        services.AddScoped<ExpenseQuery>();
        services.AddToShopMenu(new ShopMenuEntry(47, "Expenses", "expenses", "expenses", 'e'));
        return services;
    }
}
