using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArtisansCorner.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SalesOfCustomersByDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Sales_ShopId_CustomerId_Day",
                table: "Sales");

            migrationBuilder.CreateIndex(
                name: "IX_Sales_ShopId_CustomerId_Day",
                table: "Sales",
                columns: new[] { "ShopId", "CustomerId", "Day" },
                filter: "\"CorrectedById\" IS NULL AND \"CustomerId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Sales_ShopId_CustomerId_Day",
                table: "Sales");

            migrationBuilder.CreateIndex(
                name: "IX_Sales_ShopId_CustomerId_Day",
                table: "Sales",
                columns: new[] { "ShopId", "CustomerId", "Day" });
        }
    }
}
