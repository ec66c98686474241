using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArtisansCorner.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CountriesAndNoNextDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Next",
                table: "CustomerDays");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_ShopId_Country",
                table: "Customers",
                columns: new[] { "ShopId", "Country" },
                filter: "\"Country\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_ShopId_Region",
                table: "Customers",
                columns: new[] { "ShopId", "Region" },
                filter: "\"Region\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Customers_ShopId_Country",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_ShopId_Region",
                table: "Customers");

            migrationBuilder.AddColumn<DateOnly>(
                name: "Next",
                table: "CustomerDays",
                type: "TEXT",
                nullable: true);
        }
    }
}
